package spindle.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import spindle.design.Precision;
import spindle.study.TrainingSettings;

/// The options that say how a trial is trained.
final class TrainingOptions {

  @Option(
      names = "--examples",
      paramLabel = "N",
      order = 10,
      defaultValue = "2000",
      description = "Training examples, drawn by seed; all if there are fewer (${DEFAULT-VALUE}).")
  private int examples;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      order = 11,
      defaultValue = "3",
      description = "Passes over them (${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      order = 12,
      defaultValue = "32",
      description = "Examples a step (${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--micro-batch",
      paramLabel = "N",
      order = 13,
      description = "Examples a backward pass; fewer than a batch save memory (the batch).")
  private Optional<Integer> microBatch = Optional.empty();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      order = 14,
      defaultValue = "128",
      description = "Longest text in tokens; longer ones are cut (${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--warmup",
      paramLabel = "SHARE",
      order = 15,
      defaultValue = "0.06",
      description = "Share of the steps over which the rates rise from 0 (${DEFAULT-VALUE}).")
  private double warmup;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      order = 16,
      defaultValue = "0",
      description = "Decoupled decay of all but biases and norms (${DEFAULT-VALUE}).")
  private double weightDecay;

  @Option(
      names = "--clip",
      paramLabel = "NORM",
      order = 17,
      defaultValue = "1",
      description = "Largest norm of the gradient (${DEFAULT-VALUE}).")
  private double clip;

  @Option(
      names = "--scored",
      paramLabel = "N",
      order = 18,
      description = "Examples that give the score, drawn by seed (the whole split).")
  private Optional<Integer> scored = Optional.empty();

  @Option(
      names = "--precision",
      paramLabel = "FORMAT",
      order = 19,
      description = {
        "Format in which frozen weights are multiplied: float32, tf32 or bfloat16 (float32).",
        "bfloat16 is faster on processors with AVX512_BF16, tf32 on graphics cards, where all",
        "products take it; scores differ between them, so compare designs in one of them only."
      })
  private Optional<Precision> precision = Optional.empty();

  @Mixin private final RateOptions rates = new RateOptions();

  /// Returns the settings.
  ///
  /// @throws UsageException naming the option that is out of range
  TrainingSettings settings() {
    return UsageException.check(() ->
        new TrainingSettings(
            examples,
            epochs,
            batch,
            microBatch.orElse(batch),
            maxTokens,
            rates.rates(),
            warmup,
            weightDecay,
            clip,
            scored,
            precision.filter(format -> format != Precision.FLOAT32)));
  }
}
