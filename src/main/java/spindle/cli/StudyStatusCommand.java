package spindle.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.json.Json;
import spindle.study.Attempt;
import spindle.study.Forecast;
import spindle.study.StageKind;
import spindle.study.StudyDesk;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;

/// Tells how far a study has come.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells whether a study runs, how far it has come and how long it will take.")
final class StudyStatusCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  StudyStatusCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    try (StudyRecords records = services.studies().get().files().read(file)) {
      Map<String, Object> state = state(records);
      if (json) {
        terminal.out().println(Json.line(state));
      } else {
        state.forEach((name, value) -> terminal.out().printf("%-10s %s%n", name, plain(value)));
      }
    }
  }

  private static Map<String, Object> state(StudyRecords records) {
    StudyPath path = StudyDesk.current(records);
    boolean runs = StudyDesk.runs(records);
    Forecast forecast = Forecast.of(records, path);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("state", runs ? records.state().phase().name().toLowerCase(Locale.ROOT) : "idle");
    state.put("text", records.state().text());
    state.put("path", path.name());
    state.put("paths", records.paths().stream().map(StudyPath::name).toList());
    state.put(
        "decided",
        path.decisions().stream().map(d -> d.stage().kind().id() + ": " + d.chosen()).toList());
    state.put("open", path.open(records.plan()).map(stage -> stage.kind().id()));
    state.put("stages", records.plan().order().stream().map(StageKind::id).toList());
    state.put("trials", forecast.ended());
    state.put("running", runs ? running(records) : 0);
    state.put("toVerdict", forecast.toVerdict());
    state.put("atMost", forecast.atMost());
    state.put("secondsEach", forecast.each().map(each -> each.toMillis() / 1000.0));
    state.put("forecast", forecast.sentence());
    state.put("notice", records.notice());
    return state;
  }

  /// Attempts without an end are running, but for those that an earlier process left behind: of
  /// each trial only the last can run.
  private static long running(StudyRecords records) {
    long since = records.owner().map(owner -> owner.started().toEpochMilli()).orElse(0L);
    return records.attempts().stream()
        .filter(attempt -> attempt.end().isEmpty())
        .map(Attempt::begun)
        .filter(begun -> begun.toEpochMilli() >= since)
        .count();
  }

  private static String plain(Object value) {
    return switch (value) {
      case Optional<?> some -> some.map(Object::toString).orElse("-");
      case List<?> many -> String.join(", ", many.stream().map(Object::toString).toList());
      default -> value.toString();
    };
  }
}
