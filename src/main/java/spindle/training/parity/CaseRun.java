package spindle.training.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import spindle.backbone.Backbone;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;
import spindle.program.TensorProgram;
import spindle.training.TrainingException;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.weights.NamedTensor;

/// Computes one reference case on a device, by the program that trains, and measures how far the
/// results are from the reference.
final class CaseRun {

  private final ReferenceTensors reference;
  private final Backbone backbone;
  private final TensorProgram program;
  private final NDManager manager;

  CaseRun(
      ReferenceCase given, Backbone backbone, Map<String, NamedTensor> tensors, NDManager manager) {
    this.reference = new ReferenceTensors(given, backbone.shape(), tensors);
    this.backbone = backbone;
    this.manager = manager;
    Tuning tuning =
        new Tuning.Modules(
            new CasePlan(given, backbone.shape(), reference).plan(), Tuning.Outside.FROZEN);
    this.program = TensorProgram.compile(backbone.config(), tuning, head(), shapes());
  }

  /// How far a case is from its reference.
  ///
  /// @param logits largest difference of a logit, over the norm of the reference's logits
  /// @param loss difference of the loss, over the reference's
  /// @param hidden largest difference in any hidden state, if the case has any
  /// @param gradients largest difference of an element of a gradient, over the norm of the
  ///   reference's tensor, if the case trains anything
  record Distance(double logits, double loss, OptionalDouble hidden, OptionalDouble gradients) {

    private static final double HIDDEN = 2e-5;
    private static final double RELATIVE = 1e-5;

    boolean isWithin() {
      return logits <= RELATIVE
          && loss <= RELATIVE
          && hidden.orElse(0) <= HIDDEN
          && gradients.orElse(0) <= RELATIVE;
    }
  }

  /// Computes the case.
  Distance run() {
    Map<String, NamedTensor> all = new HashMap<>(backbone.tensors());
    all.putAll(backbone.headTensors());
    try (DeviceWeights weights = new DeviceWeights(manager, all);
        ScriptModule module = ScriptModule.load(manager, program.text());
        NDManager scope = manager.newSubManager()) {
      List<NDArray> frozen = weights.list(program.frozen());
      NDArray theta = scope.create(gathered("param."));
      List<NDArray> inputs = inputs(scope);
      NDArray labels = labels(scope);
      List<NDArray> read = writes() ? with(inputs, labels) : inputs;
      NDArray logits = module.call("logits", with(read, theta), frozen);
      OptionalDouble hidden = OptionalDouble.empty();
      OptionalDouble gradients = OptionalDouble.empty();
      NDArray loss;
      if (program.trainables().isEmpty()) {
        loss = module.call("loss", List.of(logits, labels));
        hidden = OptionalDouble.of(hidden(module, with(read, theta), frozen));
      } else {
        NDArray gradient = theta.zerosLike();
        List<NDArray> step = with(inputs, labels, scope.create(1f), theta, gradient);
        loss = module.call("accumulate", step, frozen);
        gradients = OptionalDouble.of(gradients(gradient.toFloatArray()));
      }
      reference.requireAllUsed();
      return new Distance(
          relative(logits.toFloatArray(), ReferenceTensors.floats(reference.named("logits"))),
          relative(new float[] {loss.getFloat()}, ReferenceTensors.floats(reference.named("loss"))),
          hidden,
          gradients);
    }
  }

  private boolean writes() {
    return program.head().loss() == Head.Loss.TOKENS;
  }

  private static List<NDArray> with(List<NDArray> inputs, NDArray... more) {
    List<NDArray> all = new ArrayList<>(inputs);
    all.addAll(List.of(more));
    return all;
  }

  private List<NDArray> inputs(NDManager scope) {
    NamedTensor ids = reference.named("input_ids");
    Shape shape = new Shape(ids.shape());
    NDArray types =
        reference.has("token_type_ids")
            ? scope.create(reference.named("token_type_ids").longs(), shape, DataType.INT64)
            : scope.zeros(shape, DataType.INT64);
    return List.of(
        scope.create(ids.longs(), shape, DataType.INT64),
        types,
        scope.create(reference.named("attention_mask").longs(), shape, DataType.INT64));
  }

  private NDArray labels(NDManager scope) {
    NamedTensor labels = reference.named("labels");
    float[] values = new float[Math.toIntExact(labels.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels.longs().get(i);
    }
    return scope.create(values, new Shape(labels.shape()));
  }

  /// Returns all trained scalars of a kind, in the program's order.
  private float[] gathered(String kind) {
    float[] all = new float[Math.toIntExact(program.trainedScalars())];
    int from = 0;
    for (TrainableTensor tensor : program.trainables()) {
      float[] values = reference.values(kind, tensor.name());
      System.arraycopy(values, 0, all, from, values.length);
      from += values.length;
    }
    return all;
  }

  private double gradients(float[] computed) {
    float[] expected = gathered("grad.");
    double whole = norm(expected, 0, expected.length);
    double largest = 0;
    int from = 0;
    for (TrainableTensor tensor : program.trainables()) {
      int to = from + Math.toIntExact(tensor.size());
      largest = Math.max(largest, gradient(computed, expected, from, to, whole));
      from = to;
    }
    return largest;
  }

  /// Returns the relative difference of one tensor's gradient.
  ///
  /// A gradient that is zero in exact arithmetic (a key's bias: softmax does not see it) is
  /// rounding noise in both; it is measured against the norm of the whole gradient.
  private static double gradient(
      float[] computed, float[] expected, int from, int to, double whole) {
    double norm = norm(expected, from, to);
    double scale = norm < 1e-6 * whole ? whole : norm;
    return difference(computed, expected, from, to) / scale;
  }

  /// Returns the largest difference of any hidden state, encoder before decoder.
  private double hidden(ScriptModule module, List<NDArray> inputs, List<NDArray> frozen) {
    int encoder = backbone.shape().encoderLayers() + 1;
    double largest = hidden(module.call("hidden", inputs, frozen).toFloatArray(), 0, encoder);
    int decoder = backbone.shape().decoderLayers() + 1;
    if (decoder == 1) {
      return largest;
    }
    float[] states = module.call("hidden_decoder", inputs, frozen).toFloatArray();
    return Math.max(largest, hidden(states, encoder, decoder));
  }

  private double hidden(float[] computed, int first, int states) {
    double largest = 0;
    int size = computed.length / states;
    for (int state = 0; state < states; state++) {
      float[] expected = ReferenceTensors.floats(reference.named("hidden." + (first + state)));
      for (int i = 0; i < size; i++) {
        largest = Math.max(largest, Math.abs(computed[state * size + i] - expected[i]));
      }
    }
    return largest;
  }

  private static double relative(float[] computed, float[] expected) {
    return difference(computed, expected, 0, expected.length) / norm(expected, 0, expected.length);
  }

  /// Returns the largest difference of an element.
  private static double difference(float[] computed, float[] expected, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      double difference = Math.abs((double) computed[i] - expected[i]);
      largest = Math.max(largest, difference);
    }
    return largest;
  }

  private static double norm(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /// Returns Hugging Face's own head, frozen.
  private Head head() {
    return switch (backbone.shape().family()) {
      case BERT -> classifier("pooler.dense", "classifier");
      case ROBERTA -> classifier("classifier.dense", "classifier.out_proj");
      case BART -> classifier("classification_head.dense", "classification_head.out_proj");
      case T5 -> Head.tokens(backbone);
    };
  }

  private Head classifier(String dense, String out) {
    NamedTensor weight = backbone.headTensors().get(out + ".weight");
    if (weight == null) {
      throw new TrainingException(backbone.folder() + " has no head " + out + ": save it again");
    }
    int outputs = Math.toIntExact(weight.shape().getFirst());
    return new Head(outputs, Head.Loss.CLASSIFICATION, Optional.of(dense), out);
  }

  private Map<String, List<Long>> shapes() {
    return backbone.shapes();
  }
}
