package spindle.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.study.LearningRates;

/// The options that give each kind of trainable tensor its peak learning rate.
final class RateOptions {

  @Option(
      names = "--rate",
      paramLabel = "X",
      order = 20,
      description = "Peak learning rate of everything that has no rate of its own below.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--rate-adapter",
      paramLabel = "X",
      order = 21,
      description = "… of adapters (1e-3).")
  private Optional<Double> adapter = Optional.empty();

  @Option(
      names = "--rate-prefix",
      paramLabel = "X",
      order = 22,
      description = "… of prefixes (1e-3).")
  private Optional<Double> prefix = Optional.empty();

  @Option(
      names = "--rate-bitfit",
      paramLabel = "X",
      order = 23,
      description = "… of biases (1e-3).")
  private Optional<Double> bitfit = Optional.empty();

  @Option(
      names = "--rate-lora",
      paramLabel = "X",
      order = 24,
      description = "… of LoRA factors (1e-3).")
  private Optional<Double> lora = Optional.empty();

  @Option(
      names = "--rate-head",
      paramLabel = "X",
      order = 25,
      description = "… of the task head (1e-3).")
  private Optional<Double> head = Optional.empty();

  @Option(
      names = "--rate-full",
      paramLabel = "X",
      order = 26,
      description = "… of backbone weights under full fine-tuning (5e-5).")
  private Optional<Double> full = Optional.empty();

  /// Returns the rates: a kind's own, else that of `--rate`, else the usual one.
  LearningRates rates() {
    LearningRates usual = LearningRates.USUAL;
    return UsageException.check(() ->
        new LearningRates(
            of(adapter, usual.adapter()),
            of(prefix, usual.prefix()),
            of(bitfit, usual.bitfit()),
            of(lora, usual.lora()),
            of(head, usual.head()),
            of(full, usual.full())));
  }

  private double of(Optional<Double> own, double usual) {
    return own.or(() -> rate).orElse(usual);
  }
}
