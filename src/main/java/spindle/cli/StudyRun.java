package spindle.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.json.Json;
import spindle.study.EngineEnd;
import spindle.study.Pattern;
import spindle.study.StoreException;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.study.StudyEvent;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;

/// A study that is run from the command line, or watched if another process runs it.
final class StudyRun {

  private static final Duration LOOK = Duration.ofMillis(250);

  private final StudyDesk desk;
  private final Terminal terminal;
  private final boolean json;

  StudyRun(StudyDesk desk, Terminal terminal, boolean json) {
    this.desk = desk;
    this.terminal = terminal;
    this.json = json;
  }

  /// Runs a path to its end and returns the exit code.
  ///
  /// @throws InterruptedException if the thread is interrupted; the study can be continued
  int run(Path file, String path) throws InterruptedException {
    try (StudyRecords records = desk.files().read(file)) {
      EngineEnd end = engine(file, path, records);
      if (end == EngineEnd.INTERRUPTED) {
        throw new InterruptedException("interrupted; study run continues");
      }
      say(end, records, path);
    }
    return ExitCode.OK;
  }

  private EngineEnd engine(Path file, String path, StudyRecords records)
      throws InterruptedException {
    try {
      return desk.run(file, path, RunProgress.on(terminal, json, records, path));
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.OWNED) {
        throw e;
      }
    }
    desk.send(file, new StudyCommand.Start(path));
    return watch(records);
  }

  /// Shows what another process does until it ends.
  private EngineEnd watch(StudyRecords records) throws InterruptedException {
    terminal.err().println("another process runs the study; Ctrl-C ends only this display");
    long known = records.events(0).size();
    String last = "";
    while (StudyDesk.runs(records)) {
      for (StudyEvent event : records.events(known)) {
        known = event.number();
        show(event);
      }
      String state = records.state().text();
      if (!state.equals(last)) {
        terminal.err().println(state);
        last = state;
      }
      Thread.sleep(LOOK);
    }
    return StudyDesk.current(records).open(records.plan()).isPresent()
        ? EngineEnd.STOPPED
        : EngineEnd.DONE;
  }

  private void show(StudyEvent event) {
    if (json) {
      terminal.out().println(Json.line(event));
    } else {
      terminal.out().println(event.text());
    }
  }

  private void say(EngineEnd end, StudyRecords records, String name) {
    StudyPath path = records.path(name);
    Optional<String> pattern =
        Pattern.of(records.plan(), path) instanceof Pattern.Complete(var design)
            ? Optional.of(design.toString())
            : Optional.empty();
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", end == EngineEnd.DONE ? "done" : "stopped");
      line.put("path", name);
      line.put("pattern", pattern);
      line.put("decisions", decisions(path));
      terminal.out().println(Json.line(line));
    } else {
      String state = end == EngineEnd.DONE ? "done" : "stopped; study run continues";
      terminal.out().println(pattern.map(found -> state + ": " + found).orElse(state));
    }
  }

  private static List<String> decisions(StudyPath path) {
    return path.decisions().stream()
        .map(decision -> decision.stage().kind().id() + ": " + decision.chosen())
        .toList();
  }
}
