package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spindle.backbone.BackboneConfig;
import spindle.backbone.Decoding;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;
import spindle.training.writing.Writer;
import spindle.training.writing.WriterProgram;

/// The passes of a trial's program over batches: from the token ids, or from the kept states below
/// the first trained layer.
final class Passes {

  private final ScriptModule module;
  private final List<NDArray> frozen;
  private final NDArray theta;
  private final int padding;

  /// Makes the passes of a program.
  ///
  /// @param frozen the backbone's arrays that it reads
  /// @param theta the trained scalars
  /// @param padding id of the padding token
  Passes(ScriptModule module, List<NDArray> frozen, NDArray theta, int padding) {
    this.module = module;
    this.frozen = frozen;
    this.theta = theta;
    this.padding = padding;
  }

  /// Adds the gradient of a micro-batch and returns its part of the loss, `()`.
  ///
  /// @param share its part of its batch
  /// @param states kept states of its texts, if there are
  NDArray accumulate(
      NDManager scope, Batch part, NDArray gradient, float share, Optional<FrozenStates> states) {
    return accumulated(scope, part, gradient, scope.create(share), states);
  }

  /// Adds the gradients of micro-batches of several trials and returns each one's part of its loss,
  /// `(K)`.
  NDArray accumulate(
      NDManager scope, SideBySide part, NDArray gradient, Optional<FrozenStates> states) {
    NDArray share = scope.create(part.share(), new Shape(part.trials(), part.rows()));
    return accumulated(scope, part.batch(), gradient, share, states);
  }

  private NDArray accumulated(
      NDManager scope, Batch part, NDArray gradient, NDArray share, Optional<FrozenStates> states) {
    BatchArrays batch = BatchArrays.of(scope, part, padding);
    List<NDArray> rest = List.of(batch.labels(), share, theta, gradient);
    return states
        .map(kept -> call("accumulate_upper", upperInputs(scope, part, batch, kept), rest))
        .orElseGet(() -> call("accumulate", batch.inputs(), rest));
  }

  /// Returns the outputs of a batch, `(B, C)`, row by row.
  float[] outputs(NDManager scope, Batch texts, Optional<FrozenStates> states) {
    BatchArrays batch = BatchArrays.of(scope, texts, padding);
    return TorchThread.withoutGradients(() ->
            states
                .map(kept -> call("upper", upperInputs(scope, texts, batch, kept), List.of(theta)))
                .orElseGet(() -> call("logits", batch.inputs(), List.of(theta))))
        .toFloatArray();
  }

  /// Returns what writes with the program.
  Writer writer(BackboneConfig config, Decoding decoding) {
    return new Writer(
        new WriterProgram(module, frozen, theta, config.decoderStartId(), config.endId(), padding),
        decoding);
  }

  /// Returns the tokens that are written for the texts of a batch.
  List<int[]> write(NDManager scope, Writer writer, Batch texts) {
    return writer.write(BatchArrays.of(scope, texts, padding).inputs());
  }

  /// Computes the states of a batch below the first trained layer and keeps them.
  void keep(NDManager scope, Batch texts, FrozenStates states) {
    BatchArrays batch = BatchArrays.of(scope, texts, padding);
    TorchThread.withoutGradients(() -> {
      NDArray lower = call("lower", batch.inputs(), List.of(theta));
      NDArray picked = scope.create(FrozenStates.picked(texts));
      NDArray places = scope.create(states.places(texts));
      return module.call("keep", List.of(lower, picked, places, states.rows()));
    });
  }

  private List<NDArray> upperInputs(
      NDManager scope, Batch texts, BatchArrays batch, FrozenStates kept) {
    Shape shape = new Shape(texts.size(), texts.longest());
    NDArray places = scope.create(kept.padded(texts), shape);
    return List.of(module.call("kept", List.of(places, kept.rows())), batch.mask());
  }

  private NDArray call(String method, List<NDArray> inputs, List<NDArray> rest) {
    List<NDArray> arguments = new ArrayList<>(inputs);
    arguments.addAll(rest);
    return module.call(method, arguments, frozen);
  }
}
