package spindle.program;

import java.util.List;
import java.util.Map;
import java.util.Set;
import spindle.backbone.BackboneConfig;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;

/// A design compiled to TorchScript text, with the tensors that it wants.
///
/// All trained tensors lie one after the other in one vector `theta` of `N` scalars. The letters of
/// the shapes: B batch, S tokens of the text, T tokens of the output, D hidden width, C outputs, V
/// vocabulary, L layers.
///
/// | method | arguments | result |
/// |---|---|---|
/// | `logits` | ids, types, mask `(B, S)`, theta `(N)`, w | `(B, C)` |
/// | `hidden` | the same | the stack of all hidden states, `(L + 1, B, S, D)` |
/// | `lower` | lists of blocks of ids, types and mask, theta, w | hidden state below the first trained layer |
/// | `upper` | that state, list of masks, theta, w | `(B, C)` |
/// | `accumulate` | ids, types, mask, labels `(B)`, share `()`, theta, gradient `(N)`, w | loss `()`; adds to gradient |
/// | `logits_blocks`, `accumulate_blocks` | as `logits`, `accumulate`, with lists of blocks of ids, types and mask | the same |
/// | `accumulate_upper` | state, list of masks, labels, share, theta, gradient, w | the same |
/// | `keep` | state, picked `(n)`, places `(n)`, rows `(R, D)` | places; puts the picked tokens of the state into these rows |
/// | `kept` | places `(B, S)`, rows | those rows, `(B, S, D)` |
/// | `update` | schedule `(4)`, theta, gradient, mean, square, rate, decay `(N)` | gradient norm `()`; one AdamW step |
///
/// A batch may come in blocks, `(Bi, Si)` each, so that texts of like length are padded together;
/// one block's state is `(B, S, D)`, that of several the rows of all, `(1, N, D)`.
///
/// An encoder-decoder that classifies has the same methods but for those for blocks, `lower`,
/// `upper`, `accumulate_upper`, `keep` and `kept`; `hidden` is then of the encoder,
/// `hidden_decoder`, with the same arguments, of the decoder. It ignores `types`.
///
/// One that writes (a head with [Head.Loss#TOKENS]) takes labels `(B, T)`, -100 where there is no
/// token, right after the mask in `logits`, `hidden` and `hidden_decoder` too; its logits are `(B,
/// T, V)`, its loss is the mean over labelled tokens, and `share` is the micro-batch's part of the
/// batch's labelled tokens. It also writes token by token, R being the rows of all beams, K a
/// text's beams, and `kept` the list of what it keeps between steps:
///
/// | method | arguments | result |
/// |---|---|---|
/// | `begin` | ids, types, mask `(B, S)`, beams `()`, places `()`, theta, w | `kept`, with room for so many places |
/// | `step` | tokens `(R)`, place `()`, theta, w, kept | scores of the next token `(R, V)`; adds the tokens to `kept` |
/// | `moved` | into, source `(M)`, free `()`, kept | into; these rows go on from those, of all but the free places |
/// | `chosen` | rows `(R')`, texts `(B')`, kept | `kept` of these rows and texts alone |
/// | `enlarged` | more `()`, kept | `kept` with room for more places |
/// | `best` | scores `(R, V)` | the likeliest tokens `(R)` |
/// | `likelihood` | scores | their log-softmax |
/// | `forbidden` | scores, rows, tokens `(M)` | scores, minus infinity there |
/// | `forced` | scores, token `(1)` | 0 for that token, minus infinity for all others |
/// | `ranked` | scores, running `(B, K)`, count `()` | the greatest sums of both and their places in `K V`, `(B, count)` each |
///
/// @param text the methods of the module
/// @param frozen names of the backbone's tensors that make up the list `w`, in order
/// @param halves those of them that are bfloat16 there, several joined by `+` lying one below
///   another; all others are float32
/// @param trainables what `theta` holds, in order
/// @param head the task head
/// @param firstTrained the first layer that trains anything; 0 also if the embeddings do, and for
///   every encoder-decoder
public record TensorProgram(
    String text,
    List<String> frozen,
    Set<String> halves,
    List<TrainableTensor> trainables,
    Head head,
    int firstTrained) {

  /// Copies the lists.
  public TensorProgram {
    frozen = List.copyOf(frozen);
    halves = Set.copyOf(halves);
    trainables = List.copyOf(trainables);
  }

  /// Compiles a design.
  ///
  /// @param config the backbone's configuration
  /// @param tuning what is trained
  /// @param head the task head
  /// @param backbone shapes of the backbone's tensors by name
  /// @throws IllegalArgumentException if the design has another depth than the backbone, or an
  ///   encoder alone should write
  public static TensorProgram compile(
      BackboneConfig config, Tuning tuning, Head head, Map<String, List<Long>> backbone) {
    return compile(config, tuning, head, backbone, Precision.FLOAT32);
  }

  /// Compiles a design that multiplies by frozen weights in a precision; the rest is as in
  /// [#compile(BackboneConfig, Tuning, Head, Map)].
  ///
  /// @throws IllegalArgumentException as there
  public static TensorProgram compile(
      BackboneConfig config,
      Tuning tuning,
      Head head,
      Map<String, List<Long>> backbone,
      Precision precision) {
    Draft draft =
        new Draft(config, tuning, head, backbone, new Draft.Manner(precision, Dialect.ONE));
    return switch (config.shape().family()) {
      case BERT, ROBERTA -> EncoderProgram.compile(draft);
      case BART, T5 -> SequenceProgram.compile(draft);
    };
  }

  /// Returns the length `N` of the vector of all trained scalars.
  public long trainedScalars() {
    return trainables.stream().mapToLong(TrainableTensor::size).sum();
  }
}
