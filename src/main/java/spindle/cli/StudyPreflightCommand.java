package spindle.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.json.Json;
import spindle.study.Preflight;
import spindle.study.RunLimits;
import spindle.study.StudyDesk;
import spindle.study.StudyPlan;
import spindle.study.StudyRecords;

/// Measures what a study will take.
@Command(
    name = "preflight",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains the smallest and the largest design of the first stage for a few steps, and says how",
      "long the whole plan will take and how much memory it needs. Nothing is recorded."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:a design cannot be trained", "2:wrong usage"})
final class StudyPreflightCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "One JSON object; times in seconds, memory in bytes.")
  private boolean json;

  StudyPreflightCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    StudyDesk desk = services.studies().get();
    StudyPlan plan;
    RunLimits limits;
    try (StudyRecords records = desk.files().read(file)) {
      plan = records.plan();
      limits = records.limits();
    }
    Preflight measured = desk.preflight(plan, limits.places());
    terminal.out().println(json ? Json.line(values(measured)) : measured.sentence());
    return measured.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Map<String, Object> values(Preflight measured) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "designs",
        measured.probes().stream()
            .map(probe ->
                Map.of(
                    "candidate",
                    probe.candidate(),
                    "seconds",
                    probe.time().toMillis() / 1000.0,
                    "memoryBytes",
                    probe.memoryBytes()))
            .toList());
    values.put("slots", measured.slots());
    values.put("fewestDesigns", measured.fewest());
    values.put("mostDesigns", measured.most());
    values.put("shortestSeconds", measured.shortest().map(time -> time.toMillis() / 1000.0));
    values.put("longestSeconds", measured.longest().map(time -> time.toMillis() / 1000.0));
    values.put("memoryBytes", measured.memoryBytes());
    values.put("problems", List.copyOf(measured.problems()));
    return values;
  }
}
