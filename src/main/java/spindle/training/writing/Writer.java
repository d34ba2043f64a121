package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import spindle.backbone.Decoding;
import spindle.training.torch.TorchThread;

/// Writes texts with a trained decoder.
///
/// A text ends with the end token or at the longest length. What a text becomes does not depend on
/// the texts beside it, but for rounding.
public final class Writer {

  private final WriterProgram program;
  private final Decoding decoding;

  /// Makes a writer.
  public Writer(WriterProgram program, Decoding decoding) {
    this.program = program;
    this.decoding = decoding;
  }

  /// Returns the tokens of a text for each of those that were read, without start and end.
  ///
  /// @param inputs ids, types and mask of the read texts, `(B, S)`
  public List<int[]> write(List<NDArray> inputs) {
    int texts = Math.toIntExact(inputs.getFirst().getShape().get(0));
    List<int[]> written =
        TorchThread.withoutGradients(() ->
            decoding.beams() == 1
                ? new GreedySearch(program, decoding, texts).write(inputs)
                : new BeamSearch(program, decoding, texts).write(inputs));
    return written.stream().map(this::withoutEnd).toList();
  }

  private int[] withoutEnd(int[] tokens) {
    boolean ended = tokens.length > 0 && tokens[tokens.length - 1] == program.end();
    return ended ? Arrays.copyOf(tokens, tokens.length - 1) : tokens;
  }
}
