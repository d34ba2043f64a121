package spindle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.json.Json;
import spindle.study.Attempt;
import spindle.study.StudyRecords;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.study.WrittenText;

/// Prints the texts that a study's trained decoders wrote.
@Command(
    name = "texts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the first texts that each trial of a task of texts wrote when it was scored:",
      "what it was given, what it should write, what it wrote. Long texts are kept in part."
    })
final class StudyTextsCommand implements Runnable {

  private final StudyOrder order;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--trial",
      paramLabel = "TRIAL",
      split = ",",
      description = "Only of these trials, by their names in `study trials`.")
  private List<String> wanted = List.of();

  @Option(names = "--json", description = "One JSON object a text, one a line.")
  private boolean json;

  /// @param trial name of the trial
  /// @param task that it was trained on
  /// @param texts that it wrote
  private record Kept(String trial, String task, List<WrittenText> texts) {}

  /// A text as it is printed.
  private record Line(String trial, String task, String source, String reference, String written) {}

  StudyTextsCommand(Services services, Terminal terminal) {
    this.order = new StudyOrder(services, terminal);
    this.terminal = terminal;
  }

  @Override
  public void run() {
    List<Kept> all = order.ask(file, this::kept);
    if (all.isEmpty()) {
      terminal.err().println(file + ": no trial has kept a text");
    }
    for (Kept one : all) {
      if (!json) {
        terminal.out().println("trial " + one.trial() + ", " + one.task());
      }
      one.texts().forEach(text -> print(one, text));
    }
    terminal.out().flush();
  }

  private List<Kept> kept(StudyRecords records) {
    for (String trial : wanted) {
      if (records.trial(trial).isEmpty()) {
        throw new CommandException(
            file + ": there is no trial " + trial + "; `study trials` names them");
      }
    }
    Map<String, List<WrittenText>> latest = new LinkedHashMap<>();
    for (Attempt attempt : records.attempts()) {
      String trial = attempt.id().trial();
      if (attempt.weight() == Attempt.Weight.COUNTS
          && attempt.end().isPresent()
          && attempt.end().get().outcome() instanceof TrialOutcome.Scored scored
          && (wanted.isEmpty() || wanted.contains(trial))) {
        scored.texts().ifPresent(texts -> latest.put(trial, texts));
      }
    }
    List<Kept> kept = new ArrayList<>();
    latest.forEach((trial, texts) -> {
      String task = records.trial(trial).map(TrialSpec::task).map(t -> t.name()).orElse("");
      kept.add(new Kept(trial, task, texts));
    });
    return kept;
  }

  private void print(Kept one, WrittenText text) {
    if (json) {
      terminal
          .out()
          .println(
              Json.line(
                  new Line(
                      one.trial(), one.task(), text.source(), text.reference(), text.written())));
      return;
    }
    terminal.out().println("  source    " + oneLine(text.source()));
    terminal.out().println("  expected  " + oneLine(text.reference()));
    terminal.out().println("  written   " + oneLine(text.written()));
    terminal.out().println();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
