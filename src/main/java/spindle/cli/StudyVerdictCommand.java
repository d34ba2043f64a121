package spindle.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.export.PatternFile;
import spindle.export.VerdictReport;
import spindle.json.Json;
import spindle.study.StudyRecords;

/// Tells what a study has found.
@Command(
    name = "verdict",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells what a study has found, stage by stage, and how sure that is.")
final class StudyVerdictCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
  private Optional<String> path = Optional.empty();

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  StudyVerdictCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    try (StudyRecords records = services.studies().get().files().read(file)) {
      VerdictReport report = VerdictReport.of(records, StudyGroup.path(records, path));
      if (json) {
        terminal.out().println(Json.line(report));
      } else {
        print(report);
      }
      terminal.out().flush();
    }
  }

  private void print(VerdictReport report) {
    for (VerdictReport.Stage stage : report.stages()) {
      String chosen = stage.chosen().orElse("open");
      String why = stage.reason().map(reason -> " because \"" + reason + "\"").orElse("");
      terminal.out().println(stage.stage() + ": " + chosen + why + "; " + stage.verdict());
      for (PatternFile.Evidence one : stage.candidates()) {
        terminal.out().println("  " + line(one));
      }
    }
    report.pattern().ifPresent(design -> terminal.out().println("pattern: " + design));
    for (VerdictReport.Contender one : report.confirmation()) {
      terminal.out().println("  " + line(one));
    }
  }

  private static String line(PatternFile.Evidence one) {
    return String.format(
        Locale.ROOT,
        "%-14s %3d designs  %6.2f [%.2f, %.2f]  best with %.2f%s",
        one.name(),
        one.designs(),
        100 * one.value(),
        100 * one.interval().low(),
        100 * one.interval().high(),
        one.probabilityBest(),
        one.droppedAfter().map(round -> "  out after " + round).orElse(""));
  }

  private static String line(VerdictReport.Contender one) {
    String ahead =
        one.aheadInterval()
            .map(range ->
                String.format(
                    Locale.ROOT,
                    "  behind by %.2f [%.2f, %.2f]",
                    100 * one.ahead().orElse(0.0),
                    100 * range.low(),
                    100 * range.high()))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%-14s %3d seeds  %6.2f [%.2f, %.2f]%s",
        one.name(),
        one.seeds(),
        100 * one.mean(),
        100 * one.interval().low(),
        100 * one.interval().high(),
        ahead);
  }
}
