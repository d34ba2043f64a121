package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
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
  private final Blocks blocks;

  /// Makes the passes of a program, each batch in the blocks that [Blocks#of] chooses.
  ///
  /// @param frozen the backbone's arrays that it reads
  /// @param theta the trained scalars of one trial, `(N)`, or of several, `(K, N)`
  /// @param config of the backbone
  Passes(ScriptModule module, List<NDArray> frozen, NDArray theta, BackboneConfig config) {
    this(module, frozen, theta, config.padId(), Blocks.of(config.shape(), theta));
  }

  private Passes(
      ScriptModule module, List<NDArray> frozen, NDArray theta, int padding, Blocks blocks) {
    this.module = module;
    this.frozen = frozen;
    this.theta = theta;
    this.padding = padding;
    this.blocks = blocks;
  }

  /// Returns the passes of the same program with each batch in one block.
  Passes inOneBlock() {
    return new Passes(module, frozen, theta, padding, Blocks.ONE);
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
    List<Batch> cut = blocks.of(part);
    BatchArrays batch = BatchArrays.of(scope, part, cut, padding);
    List<NDArray> rest = List.of(batch.labels(), share, theta, gradient);
    return states
        .map(kept -> call("accumulate_upper", upperInputs(scope, cut, batch, kept), rest))
        .orElseGet(() -> call("accumulate", batch, rest));
  }

  /// Returns the outputs of a batch, `(B, C)`, row by row.
  float[] outputs(NDManager scope, Batch texts, Optional<FrozenStates> states) {
    List<Batch> cut = blocks.of(texts);
    BatchArrays batch = BatchArrays.of(scope, texts, cut, padding);
    return TorchThread.withoutGradients(() ->
            states
                .map(kept -> call("upper", upperInputs(scope, cut, batch, kept), List.of(theta)))
                .orElseGet(() -> call("logits", batch, List.of(theta))))
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
    return writer.write(BatchArrays.of(scope, texts, List.of(texts), padding).inputs());
  }

  /// Computes the states of a batch below the first trained layer and keeps them.
  void keep(NDManager scope, Batch texts, FrozenStates states) {
    List<Batch> cut = blocks.of(texts);
    BatchArrays batch = BatchArrays.of(scope, texts, cut, padding);
    long[] tokens = joined(cut, Batch::mask);
    long[] picked = LongStream.range(0, tokens.length).filter(i -> tokens[(int) i] != 0).toArray();
    TorchThread.withoutGradients(() -> {
      NDArray lower = call("lower", batch.lists(), List.of(theta));
      NDArray places = scope.create(states.places(texts));
      return module.call("keep", List.of(lower, scope.create(picked), places, states.rows()));
    });
  }

  private List<NDArray> upperInputs(
      NDManager scope, List<Batch> cut, BatchArrays batch, FrozenStates kept) {
    Batch first = cut.getFirst();
    long[] padded = joined(cut, kept::padded);
    Shape shape =
        cut.size() == 1 ? new Shape(first.size(), first.longest()) : new Shape(1, padded.length);
    NDArray places = scope.create(padded, shape);
    List<NDArray> inputs = new ArrayList<>();
    inputs.add(module.call("kept", List.of(places, kept.rows())));
    inputs.addAll(batch.masks());
    return inputs;
  }

  private static long[] joined(List<Batch> blocks, Function<Batch, long[]> part) {
    return blocks.stream().map(part).flatMapToLong(Arrays::stream).toArray();
  }

  private NDArray call(String method, BatchArrays batch, List<NDArray> rest) {
    return switch (blocks) {
      case ONE -> call(method, batch.inputs(), rest);
      case SEVERAL -> call(method + "_blocks", batch.lists(), rest);
    };
  }

  private NDArray call(String method, List<NDArray> inputs, List<NDArray> rest) {
    List<NDArray> arguments = new ArrayList<>(inputs);
    arguments.addAll(rest);
    return module.call(method, arguments, frozen);
  }
}
