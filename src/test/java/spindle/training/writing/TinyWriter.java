package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spindle.backbone.Backbone;
import spindle.backbone.Decoding;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.training.Devices;
import spindle.training.RandomTheta;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;
import spindle.weights.NamedTensor;

/// A design compiled on a small random BART or T5 that writes, with random trained values.
final class TinyWriter implements AutoCloseable {

  private final Backbone backbone;
  private final NDManager manager = Devices.open("cpu");
  private final DeviceWeights weights;
  private final ScriptModule module;
  private final WriterProgram program;

  /// Opens a backbone of the bundled cases, such as `t5`, or of the test's own resources.
  TinyWriter(Path folder, Tuning tuning) {
    this(folder, tuning, Precision.FLOAT32);
  }

  /// Opens a backbone whose frozen weights are multiplied in some format.
  TinyWriter(Path folder, Tuning tuning, Precision precision) {
    TorchThread.prepare();
    backbone = Backbone.open("tiny", folder);
    TensorProgram compiled =
        TensorProgram.compile(
            backbone.config(), tuning, Head.tokens(backbone), backbone.shapes(), precision);
    Map<String, NamedTensor> all = new HashMap<>(backbone.tensors());
    all.putAll(backbone.headTensors());
    weights = new DeviceWeights(manager, all);
    module = ScriptModule.load(manager, compiled.text());
    program =
        new WriterProgram(
            module,
            weights.list(compiled.frozen(), compiled.halves()),
            manager.create(RandomTheta.of(compiled, backbone)),
            backbone.config().decoderStartId(),
            backbone.config().endId(),
            backbone.config().padId());
  }

  Backbone backbone() {
    return backbone;
  }

  WriterProgram program() {
    return program;
  }

  NDManager manager() {
    return manager;
  }

  /// Returns ids, types and mask of some texts, padded on the right.
  List<NDArray> inputs(List<int[]> texts) {
    int longest = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
    long[] ids = new long[texts.size() * longest];
    java.util.Arrays.fill(ids, backbone.config().padId());
    long[] mask = new long[ids.length];
    for (int row = 0; row < texts.size(); row++) {
      for (int i = 0; i < texts.get(row).length; i++) {
        ids[row * longest + i] = texts.get(row)[i];
        mask[row * longest + i] = 1;
      }
    }
    Shape shape = new Shape(texts.size(), longest);
    return List.of(
        manager.create(ids, shape),
        manager.create(new long[ids.length], shape),
        manager.create(mask, shape));
  }

  /// Returns the scores of all tokens, all at once: `(B, T, V)` row by row.
  float[] scores(List<int[]> texts, long[][] labels) {
    List<NDArray> arguments = new ArrayList<>(inputs(texts));
    arguments.add(manager.create(labels));
    arguments.add(program.theta());
    return TorchThread.withoutGradients(() -> module.call("logits", arguments, program.frozen()))
        .toFloatArray();
  }

  /// Writes a text for each of some texts.
  List<int[]> write(List<int[]> texts, Decoding decoding) {
    return new Writer(program, decoding).write(inputs(texts));
  }

  @Override
  public void close() {
    module.close();
    weights.close();
    manager.close();
    backbone.close();
  }
}
