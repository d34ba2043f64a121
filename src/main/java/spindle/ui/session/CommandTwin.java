package spindle.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import spindle.study.Candidate;
import spindle.study.CandidateText;
import spindle.study.ConfirmationPlan;
import spindle.study.Criterion;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.SamplingPlan;
import spindle.study.Stage;
import spindle.study.StudyCommand;

/// The same order for the command line, quoted for a POSIX shell.
public final class CommandTwin {
  /// What starts the program, from the project's folder.
  private static final String PROGRAM = "java -jar target/spindle.jar";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandTwin() {}

  /// Returns the command line that gives an order; empty if there is none.
  ///
  /// @param file of the study
  public static Optional<String> of(Path file, StudyCommand command) {
    return words(command)
        .map(words -> {
          List<String> line = new ArrayList<>(List.of("study", words.getFirst(), file.toString()));
          line.addAll(words.subList(1, words.size()));
          return line(line);
        });
  }

  /// Returns a line that gives several orders, each if the one before it succeeded.
  ///
  /// @param lines of one order each; empty if one of them has none
  public static String together(List<String> lines) {
    return lines.contains("") ? "" : String.join(" && ", lines);
  }

  /// Returns a line that starts the program with some arguments.
  public static String line(List<String> arguments) {
    return PROGRAM
        + " "
        + arguments.stream().map(CommandTwin::quoted).collect(Collectors.joining(" "));
  }

  /// The verb and what follows the file.
  private static Optional<List<String>> words(StudyCommand command) {
    return Optional.ofNullable(
        switch (command) {
          case StudyCommand.Start(String path) -> List.of("run", "--path", path);
          case StudyCommand.Pause() -> List.of("pause");
          case StudyCommand.Resume() -> List.of("resume");
          case StudyCommand.Stop() -> List.of("stop");
          case StudyCommand.Cancel(String key) -> List.of("cancel", key);
          case StudyCommand.Retry(String key) -> List.of("retry", key);
          case StudyCommand.Override(String path, var _, String candidate, String reason) ->
              List.of("decide", "--candidate", candidate, "--reason", reason, "--path", path);
          case StudyCommand.Fork(String path, var from, String name) ->
              List.of("fork", "--stage", from.id(), "--name", name, "--path", path);
          case StudyCommand.Confirm(String path, ConfirmationPlan plan) -> confirm(path, plan);
          case StudyCommand.Export(String path, Path file) ->
              List.of("export", "--pattern", file.toString(), "--path", path);
          case StudyCommand.Keep(String path, var _) -> List.of("keep", "--path", path);
          case StudyCommand.Edit(String path, Stage stage) -> candidates(path, stage);
          case StudyCommand.Limit(RunLimits limits) -> limits(limits);
          case StudyCommand.Compare(Protocol protocol) -> protocol(protocol);
        });
  }

  /// A candidate that has no text form cannot be typed.
  private static @Nullable List<String> candidates(String path, Stage stage) {
    List<String> words = new ArrayList<>(List.of("candidates"));
    for (Candidate candidate : stage.candidates()) {
      Optional<String> text = CandidateText.of(candidate);
      if (text.isEmpty()) {
        return null;
      }
      words.addAll(List.of("--only", text.get()));
    }
    words.addAll(List.of("--stage", stage.kind().id(), "--path", path));
    return words;
  }

  private static List<String> limits(RunLimits limits) {
    String devices =
        limits.places().stream()
            .map(place -> place.device().label() + "=" + place.slots())
            .collect(Collectors.joining(","));
    List<String> words = new ArrayList<>(List.of("limit", "--devices", devices));
    limits
        .places()
        .getFirst()
        .fused() // alike on all
        .ifPresent(fused -> words.addAll(List.of("--fuse", fused.toString())));
    limits
        .time()
        .ifPresent(time -> words.addAll(List.of("--minutes", String.valueOf(time.toMinutes()))));
    limits.trials().ifPresent(trials -> words.addAll(List.of("--trials", String.valueOf(trials))));
    return words;
  }

  private static List<String> protocol(Protocol protocol) {
    SamplingPlan plan = protocol.sampling();
    List<String> words =
        new ArrayList<>(
            List.of(
                "compare",
                "--draws",
                String.valueOf(plan.limit()),
                "--confidence",
                String.valueOf(plan.confidence())));
    words.addAll(
        switch (plan) {
          case SamplingPlan.Paper _ -> List.of("--plan", "paper");
          case SamplingPlan.Paired paired ->
              List.of(
                  "--plan",
                  "paired",
                  "--first-look",
                  String.valueOf(paired.minimum()),
                  "--look-every",
                  String.valueOf(paired.step()));
        });
    words.addAll(
        List.of(
            "--criterion",
            name(protocol.criterion()),
            "--diverged",
            protocol.diverged().name().toLowerCase(Locale.ROOT)));
    return words;
  }

  /// Returns the name by which the command line knows a criterion.
  public static String name(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Mean _ -> "mean";
      case Criterion.TopDecileMean _ -> "top-decile";
      case Criterion.BestOf(int n) -> "best-of-" + n;
    };
  }

  private static List<String> confirm(String path, ConfirmationPlan plan) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "confirm",
                "--seeds",
                String.valueOf(plan.repetitions()),
                "--epochs",
                String.valueOf(plan.settings().epochs()),
                "--examples",
                String.valueOf(plan.settings().examples())));
    if (plan.control() == ConfirmationPlan.Control.RANDOM_SEARCH) {
      words.add("--random-search");
    }
    words.addAll(List.of("--path", path));
    return words;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
