package spindle.training.parity;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import spindle.backbone.Activation;
import spindle.backbone.LayerNames;
import spindle.backbone.Positions;
import spindle.backbone.Scale;
import spindle.design.BackboneShape;
import spindle.peft.TrainableTensor;
import spindle.weights.NamedTensor;

/// T5 written down plainly in double precision, one text at a time, with flat prefixes and added
/// biases: the formulas of method.md 4.1, 4.3 and 4.5. A prefix has no position, tokens keep
/// theirs.
///
/// Letters: S positions that ask, K positions that are asked, D hidden width, A attention width.
final class PlainT5 {

  private final Compiled compiled;
  private final BackboneShape shape;
  private final Set<String> trained;

  PlainT5(Compiled compiled) {
    this.compiled = compiled;
    this.shape = compiled.backbone().shape();
    this.trained =
        compiled.trainables().stream().map(TrainableTensor::name).collect(Collectors.toSet());
  }

  /// Returns the logits, `(T, V)`, of a text without padding and its labels.
  double[][] logits(long[] ids, long[] labels) {
    double[][] x = embedded(ids);
    for (int layer = 0; layer < shape.encoderLayers(); layer++) {
      x = layer(layer, x, x);
    }
    double[][] encoded = norm(x, "encoder.final_layer_norm", "");
    long[] begun = new long[labels.length];
    begun[0] = compiled.backbone().config().decoderStartId();
    System.arraycopy(labels, 0, begun, 1, labels.length - 1);
    x = embedded(begun);
    for (int layer = shape.encoderLayers(); layer < shape.layers(); layer++) {
      x = layer(layer, x, encoded);
    }
    x = norm(x, "decoder.final_layer_norm", "");
    boolean tied = compiled.backbone().config().outputScale() == Scale.INVERSE_ROOT_HIDDEN;
    double factor = tied ? Math.pow(shape.hidden(), -0.5) : 1;
    double[][] table =
        tied
            ? matrix("shared.weight")
            : rows(Objects.requireNonNull(compiled.backbone().headTensors().get("lm_head.weight")));
    return product(scaled(x, factor), table);
  }

  private double[][] layer(int layer, double[][] given, double[][] encoded) {
    LayerNames names = LayerNames.of(shape, layer);
    String biases = "layers." + layer + ".bitfit.";
    double[][] x = given;
    for (LayerNames.Attention attention : names.attentions()) {
      double[][] n = norm(x, names.prefix() + attention.norm(), biases + attention.norm());
      boolean self = attention.site().equals("self");
      x = sum(x, attention(layer, attention, n, self ? n : encoded));
    }
    String norm = names.feedForwardNorm();
    double[][] n = norm(x, names.prefix() + norm, biases + norm);
    double[][] f = linear(n, layer, names.feedForwardIn().getFirst());
    activate(f);
    if (names.feedForwardIn().size() > 1) {
      double[][] factor = linear(n, layer, names.feedForwardIn().get(1));
      for (int i = 0; i < f.length; i++) {
        for (int j = 0; j < f[i].length; j++) {
          f[i][j] *= factor[i][j];
        }
      }
    }
    return sum(x, linear(f, layer, names.feedForwardOut()));
  }

  private double[][] attention(
      int layer, LayerNames.Attention names, double[][] asking, double[][] asked) {
    String prefix = "layers." + layer + ".prefix." + names.site() + ".";
    double[][] virtual = prefix(prefix + "key");
    double[][] k = joined(virtual, linear(asked, layer, names.key()));
    double[][] v = joined(prefix(prefix + "value"), linear(asked, layer, names.value()));
    double[][] q = linear(asking, layer, names.query());
    double[][] context = new double[q.length][shape.attention()];
    int width = shape.attention() / shape.heads();
    for (int head = 0; head < shape.heads(); head++) {
      for (int i = 0; i < q.length; i++) {
        double[] share = new double[k.length];
        double total = 0;
        for (int j = 0; j < k.length; j++) {
          double score = 0;
          for (int c = head * width; c < (head + 1) * width; c++) {
            score += q[i][c] * k[j][c];
          }
          int token = j - virtual.length;
          share[j] = Math.exp(score + (token < 0 ? 0 : bias(layer, names, head, token - i)));
          total += share[j];
        }
        for (int j = 0; j < k.length; j++) {
          for (int c = head * width; c < (head + 1) * width; c++) {
            context[i][c] += share[j] / total * v[j][c];
          }
        }
      }
    }
    return linear(context, layer, names.output());
  }

  /// Returns what a real token's score gets: minus infinity hides it.
  private double bias(int layer, LayerNames.Attention names, int head, int distance) {
    boolean decoder = shape.isDecoder(layer);
    if (names.site().equals("cross")) {
      return 0;
    }
    if (decoder && distance > 0) {
      return Double.NEGATIVE_INFINITY;
    }
    String table =
        (decoder ? "decoder" : "encoder")
            + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight";
    Positions.Relative positions = (Positions.Relative) compiled.backbone().config().positions();
    int rows = decoder ? positions.buckets() : positions.buckets() / 2;
    int exact = rows / 2;
    int far = Math.abs(distance);
    double steps = Math.log((double) far / exact) / Math.log(1.0 * positions.maxDistance() / exact);
    int row = far < exact ? far : Math.min(rows - 1, exact + (int) (steps * (rows - exact)));
    return matrix(table)[distance > 0 ? row + rows : row][head];
  }

  private double[][] prefix(String name) {
    if (!trained.contains(name)) {
      return new double[0][];
    }
    float[] values = compiled.values(name);
    double[][] rows = new double[values.length / shape.attention()][shape.attention()];
    for (int i = 0; i < values.length; i++) {
      rows[i / shape.attention()][i % shape.attention()] = values[i];
    }
    return rows;
  }

  private double[][] linear(double[][] x, int layer, String module) {
    String weight = LayerNames.of(shape, layer).prefix() + module + ".weight";
    double[][] y = product(x, matrix(weight));
    addBias(y, "layers." + layer + ".bitfit." + module);
    return y;
  }

  private double[][] norm(double[][] x, String module, String added) {
    double[][] weight = matrix(module + ".weight");
    double[][] y = new double[x.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      double squares = 0;
      for (double value : x[i]) {
        squares += value * value;
      }
      double epsilon = compiled.backbone().config().normEpsilon();
      double root = Math.sqrt(squares / x[i].length + epsilon);
      for (int j = 0; j < x[i].length; j++) {
        y[i][j] = weight[0][j] * x[i][j] / root;
      }
    }
    addBias(y, added.isEmpty() ? "bitfit." + module : added);
    return y;
  }

  private void addBias(double[][] y, String module) {
    if (!trained.contains(module + ".bias")) {
      return;
    }
    float[] bias = compiled.values(module + ".bias");
    for (double[] row : y) {
      for (int j = 0; j < row.length; j++) {
        row[j] += bias[j];
      }
    }
  }

  private void activate(double[][] x) {
    boolean relu = compiled.backbone().config().activation() == Activation.RELU;
    for (double[] row : x) {
      for (int j = 0; j < row.length; j++) {
        double cubic = row[j] + 0.044715 * Math.pow(row[j], 3);
        double gelu = 0.5 * row[j] * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * cubic));
        row[j] = relu ? Math.max(row[j], 0) : gelu;
      }
    }
  }

  private double[][] embedded(long[] ids) {
    double[][] table = matrix("shared.weight");
    double[][] x = new double[ids.length][];
    for (int i = 0; i < ids.length; i++) {
      x[i] = table[Math.toIntExact(ids[i])].clone();
    }
    return x;
  }

  private double[][] matrix(String name) {
    return rows(compiled.backbone().tensor(name));
  }

  /// Returns a tensor row by row; a vector is one row.
  private static double[][] rows(NamedTensor tensor) {
    int columns = Math.toIntExact(tensor.shape().getLast());
    FloatBuffer values = tensor.floats();
    double[][] rows = new double[Math.toIntExact(tensor.elements()) / columns][columns];
    for (int i = 0; i < tensor.elements(); i++) {
      rows[i / columns][i % columns] = values.get(i);
    }
    return rows;
  }

  /// Returns `x W^T`.
  private static double[][] product(double[][] x, double[][] weight) {
    double[][] y = new double[x.length][weight.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < weight.length; j++) {
        for (int c = 0; c < weight[j].length; c++) {
          y[i][j] += x[i][c] * weight[j][c];
        }
      }
    }
    return y;
  }

  private static double[][] sum(double[][] a, double[][] b) {
    double[][] y = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        y[i][j] = a[i][j] + b[i][j];
      }
    }
    return y;
  }

  private static double[][] scaled(double[][] a, double factor) {
    double[][] y = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        y[i][j] = a[i][j] * factor;
      }
    }
    return y;
  }

  private static double[][] joined(double[][] first, double[][] second) {
    double[][] all = new double[first.length + second.length][];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
