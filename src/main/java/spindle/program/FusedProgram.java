package spindle.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.backbone.BackboneConfig;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;

/// A design compiled for several trials that train it at once on a BERT-like encoder, each with
/// tensors of its own: frozen weights are multiplied with the rows of all trials in one product,
/// trained ones trial by trial in one batched product.
///
/// The methods are those of [TensorProgram], for any number K of trials, with these shapes:
///
/// | argument or result | of one trial | of several |
/// |---|---|---|
/// | ids, types, mask, states | `(B, …)` | `(K B, …)`, the rows of the first trial first |
/// | labels | `(B)` | `(K B)` |
/// | theta, gradient, mean, square, rate, decay | `(N)` | `(K, N)` |
/// | share | `()` | `(K, B)`: what each row counts in its trial's loss, 0 for one that only fills |
/// | loss, gradient norm | `()` | `(K)` |
///
/// The loss that is descended is the sum of the trials'; no trial's gradient depends on another's
/// rows, and each is clipped by its own norm. `lower`, `keep` and `kept` take rows of any number of
/// texts; `logits`, `hidden` and `upper` take the same number for each trial.
public final class FusedProgram {

  private FusedProgram() {}

  /// Says why some trials of this kind cannot be trained together; empty if they can.
  public static Optional<String> obstacle(BackboneConfig config, Tuning tuning) {
    boolean encoder =
        switch (config.shape().family()) {
          case BERT, ROBERTA -> true;
          case BART, T5 -> false;
        };
    if (!encoder) {
      return Optional.of("encoder-decoders are trained one trial at a time");
    }
    return switch (tuning) {
      case Tuning.Modules _ -> Optional.empty();
      case Tuning.Full() ->
          Optional.of("trials that train the whole backbone share no frozen weights");
    };
  }

  /// Compiles a design, as [TensorProgram#compile(BackboneConfig, Tuning, Head, Map, Precision)]
  /// does for one trial.
  ///
  /// @throws IllegalArgumentException as there, or with the [#obstacle]
  public static TensorProgram compile(
      BackboneConfig config,
      Tuning tuning,
      Head head,
      Map<String, List<Long>> backbone,
      Precision precision) {
    obstacle(config, tuning)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    Draft.Manner manner = new Draft.Manner(precision, Dialect.STACKED);
    return EncoderProgram.compile(new Draft(config, tuning, head, backbone, manner));
  }
}
