package spindle.training.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import spindle.Resources;
import spindle.backbone.Backbone;
import spindle.design.Family;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;
import spindle.program.TensorProgram;
import spindle.training.Devices;
import spindle.training.RandomTheta;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFile;

/// A design compiled on a bundled random backbone, with random trained values, on the CPU; it reads
/// the text of the backbone's bare reference case.
final class Compiled implements AutoCloseable {

  private final Backbone backbone;
  private final TensorProgram program;
  private final NDManager manager = Devices.open("cpu");
  private final DeviceWeights weights;
  private final ScriptModule module;
  private final List<NDArray> frozen;
  private final Map<String, NamedTensor> text;
  private final float[] theta;

  Compiled(String family, Tuning tuning) {
    this(family, tuning, Precision.FLOAT32);
  }

  Compiled(String family, Tuning tuning, Precision precision) {
    this(family, tuning, precision, UnaryOperator.identity());
  }

  /// Compiles a design and changes the text of its program.
  Compiled(String family, Tuning tuning, Precision precision, UnaryOperator<String> change) {
    TorchThread.prepare();
    Path folder = Resources.path("/spindle/parity/" + family);
    backbone = Backbone.open(family, folder.resolve("backbone"));
    Head head =
        backbone.shape().family() == Family.T5
            ? Head.tokens(backbone)
            : new Head(3, Head.Loss.CLASSIFICATION, Optional.of("head.dense"), "head.out");
    program = TensorProgram.compile(backbone.config(), tuning, head, backbone.shapes(), precision);
    Map<String, NamedTensor> all = new HashMap<>(backbone.tensors());
    all.putAll(backbone.headTensors());
    weights = new DeviceWeights(manager, all);
    module = ScriptModule.load(manager, change.apply(program.text()));
    frozen = weights.list(program.frozen(), program.halves());
    text = SafetensorsFile.open(folder.resolve("bare/case.safetensors")).tensors();
    theta = RandomTheta.of(program, backbone);
  }

  Backbone backbone() {
    return backbone;
  }

  List<TrainableTensor> trainables() {
    return program.trainables();
  }

  /// Returns the trained values of a tensor.
  float[] values(String name) {
    int from = 0;
    for (TrainableTensor tensor : program.trainables()) {
      int size = Math.toIntExact(tensor.size());
      if (tensor.name().equals(name)) {
        return java.util.Arrays.copyOfRange(theta, from, from + size);
      }
      from += size;
    }
    throw new IllegalArgumentException(name);
  }

  /// Returns a row of an integer tensor of the text, without padding.
  long[] row(String name, int row) {
    NamedTensor tensor = named(name);
    int columns = Math.toIntExact(tensor.shape().get(1));
    LongBuffer marks = named(name.equals("labels") ? name : "attention_mask").longs();
    int from = row * columns;
    int length = 0;
    while (length < columns && marks.get(from + length) > 0) {
      length++;
    }
    long[] values = new long[length];
    tensor.longs().get(from, values);
    return values;
  }

  NamedTensor named(String name) {
    NamedTensor tensor = text.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(name);
    }
    return tensor;
  }

  float[] logits() {
    List<NDArray> arguments = inputs();
    if (program.head().loss() == Head.Loss.TOKENS) {
      arguments.add(longs("labels"));
    }
    arguments.add(manager.create(theta));
    return module.call("logits", arguments, frozen).toFloatArray();
  }

  /// Returns the gradient of the loss at the trained values.
  float[] gradient() {
    NDArray gradient = manager.zeros(new Shape(theta.length));
    accumulate(theta, gradient);
    return gradient.toFloatArray();
  }

  /// Returns the loss at the trained values moved by some multiple of a direction.
  double loss(float[] direction, double distance) {
    float[] point = theta.clone();
    for (int i = 0; i < point.length; i++) {
      point[i] += (float) (distance * direction[i]);
    }
    return accumulate(point, manager.zeros(new Shape(theta.length)));
  }

  private double accumulate(float[] point, NDArray gradient) {
    List<NDArray> arguments = inputs();
    arguments.addAll(List.of(longs("labels"), manager.create(1f), manager.create(point), gradient));
    return module.call("accumulate", arguments, frozen).getFloat();
  }

  private List<NDArray> inputs() {
    NDArray ids = longs("input_ids");
    NDArray types = text.containsKey("token_type_ids") ? longs("token_type_ids") : ids.zerosLike();
    return new ArrayList<>(List.of(ids, types, longs("attention_mask")));
  }

  private NDArray longs(String name) {
    NamedTensor tensor = named(name);
    return manager.create(tensor.longs(), new Shape(tensor.shape()), DataType.INT64);
  }

  @Override
  public void close() {
    module.close();
    weights.close();
    manager.close();
    backbone.close();
  }
}
