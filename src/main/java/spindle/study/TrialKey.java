package spindle.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.task.TaskSource;

/// The name of a training by what it depends on: two trials of one name are the same training, so
/// it is done once.
///
/// The name is the first half of the SHA-256 of a text, whose form is fixed by a version number.
/// The micro-batch is not part of it: it changes the memory needed, not what is computed.
public final class TrialKey {

  private static final String VERSION = "trial 1";

  private TrialKey() {}

  /// Returns the name, 32 hexadecimal digits; the trial's own id does not matter.
  public static String of(TrialSpec trial) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text(trial).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Returns the text that is hashed, one line for each thing that a training depends on.
  static String text(TrialSpec trial) {
    return String.join(
        "\n",
        VERSION,
        trial.backbone(),
        text(trial.tuning()),
        text(trial.task()),
        text(trial.settings()),
        trial.seed().value() + " " + trial.dataSeed().value(),
        trial.scoredOn().name());
  }

  /// Returns a tuning on one line, layers separated by bars: `frozen
  /// A16:PFEIFFER+L8:QUERY,VALUE|B`.
  public static String text(Tuning tuning) {
    return switch (tuning) {
      case Tuning.Full() -> "full";
      case Tuning.Modules modules ->
          switch (modules.outside()) {
                case FROZEN -> "frozen ";
                case BIASES -> "biases ";
              }
              + modules.plan().layers().stream()
                  .map(TrialKey::layer)
                  .collect(Collectors.joining("|"));
    };
  }

  private static String layer(List<PeftModule> modules) {
    return modules.stream().map(TrialKey::module).sorted().collect(Collectors.joining("+"));
  }

  private static String module(PeftModule module) {
    return switch (module) {
      case PeftModule.Adapter adapter -> "A" + adapter.width() + ":" + adapter.placement();
      case PeftModule.Prefix prefix -> "P" + prefix.length() + ":" + form(prefix.form());
      case PeftModule.BitFit() -> "B";
      case PeftModule.Lora lora ->
          "L"
              + lora.rank()
              + ":"
              + lora.matrices().stream()
                  .sorted()
                  .map(LoraMatrix::name)
                  .collect(Collectors.joining(","));
    };
  }

  private static String form(PrefixForm form) {
    return switch (form) {
      case PrefixForm.Flat() -> "FLAT";
      case PrefixForm.Reparametrised(int width) -> "NETWORK" + width;
    };
  }

  private static String text(TaskSource source) {
    return switch (source) {
      case TaskSource.Practice(String name) -> "practice\t" + name;
      case TaskSource.Glue glue -> "glue\t" + glue.name() + "\t" + glue.folder();
      case TaskSource.Labelled file ->
          String.join(
              "\t",
              "labelled",
              file.name(),
              file.train().toString(),
              file.dev().toString(),
              file.format().name(),
              file.text(),
              file.second().map(column -> "1" + column).orElse("0"),
              file.label());
      case TaskSource.Texts file ->
          String.join(
              "\t",
              "texts",
              file.name(),
              file.train().toString(),
              file.dev().toString(),
              file.format().name(),
              file.source(),
              file.target(),
              file.metric().name());
    };
  }

  private static String text(TrainingSettings settings) {
    LearningRates rates = settings.rates();
    String precision = settings.precision().map(format -> " precision=" + format).orElse("");
    String scored = settings.scored().map(most -> " scored=" + most).orElse("");
    return "examples=%d epochs=%d batch=%d tokens=%d rates=%s,%s,%s,%s,%s,%s warmup=%s decay=%s clip=%s"
            .formatted(
                settings.examples(),
                settings.epochs(),
                settings.batch(),
                settings.maxTokens(),
                rates.adapter(),
                rates.prefix(),
                rates.bitfit(),
                rates.lora(),
                rates.head(),
                rates.full(),
                settings.warmup(),
                settings.weightDecay(),
                settings.clip())
        + scored
        + precision;
  }
}
