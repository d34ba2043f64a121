package spindle.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import spindle.json.Json;
import spindle.study.Decision;
import spindle.study.Endings;
import spindle.study.EngineListener;
import spindle.study.Forecast;
import spindle.study.StudyEvent;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Progress of a study that this process runs: lines of JSON, lines for people, or a line that
/// changes on a terminal.
final class RunProgress implements EngineListener {

  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Terminal terminal;
  private final Form form;
  private final StudyRecords records;
  private StudyPath path;
  private int ended;

  private enum Form {
    JSON,
    LINES,
    ONE_LINE
  }

  private RunProgress(Terminal terminal, Form form, StudyRecords records, StudyPath path) {
    this.terminal = terminal;
    this.form = form;
    this.records = records;
    this.path = path;
  }

  static RunProgress on(Terminal terminal, boolean json, StudyRecords records, String path) {
    Form form =
        switch (terminal.kind()) {
          case INTERACTIVE -> Form.ONE_LINE;
          case PLAIN -> Form.LINES;
        };
    return new RunProgress(terminal, json ? Form.JSON : form, records, records.path(path));
  }

  @Override
  public void started(TrialSpec trial, int steps) {
    event("started", trial, fields -> fields.put("steps", steps));
  }

  @Override
  public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
    event(
        "progress",
        trial,
        fields -> {
          fields.put("step", step);
          fields.put("loss", loss);
          fields.put("tokensPerSecond", tokensPerSecond);
        });
    if (form == Form.ONE_LINE) {
      status(
          String.format(
              Locale.ROOT, "%d trials, %s step %d loss %.3f", ended, brief(trial), step, loss));
    }
  }

  @Override
  public void finished(TrialSpec trial, TrialOutcome outcome) {
    ended++;
    event(
        "finished",
        trial,
        fields -> {
          fields.put("outcome", Endings.word(outcome));
          if (outcome instanceof TrialOutcome.Scored scored) {
            fields.put("score", scored.score());
          } else {
            fields.put("message", Endings.words(outcome));
          }
        });
    switch (form) {
      case JSON -> {}
      case LINES ->
          terminal.err().println(brief(trial) + ": " + Endings.words(outcome) + "; " + left());
      case ONE_LINE -> status(ended + " trials, " + left());
    }
  }

  @Override
  public void decided(StudyPath with, Decision decision) {
    path = with;
    String stage = decision.stage().kind().id();
    String verdict = decision.evidence().sentence();
    if (form == Form.JSON) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "decided");
      line.put("path", with.name());
      line.put("stage", stage);
      line.put("chosen", decision.chosen());
      line.put("verdict", verdict);
      print(line);
    } else {
      clear();
      terminal.out().println(stage + ": " + decision.chosen() + " (" + verdict + ")");
      terminal.out().flush();
    }
  }

  @Override
  public void happened(StudyEvent.Level level, String text) {
    if (form == Form.JSON) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", level.name().toLowerCase(Locale.ROOT));
      line.put("text", text);
      print(line);
    } else {
      clear();
      terminal.err().println(text);
    }
  }

  private void event(String kind, TrialSpec trial, Consumer<Map<String, Object>> rest) {
    if (form != Form.JSON) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", kind);
    line.put("trial", trial.id());
    line.put("task", trial.task().name());
    rest.accept(line);
    print(line);
  }

  private void print(Map<String, Object> line) {
    terminal.out().println(Json.line(line));
    terminal.out().flush();
  }

  private String left() {
    return Forecast.of(records, path).sentence();
  }

  private void status(String text) {
    terminal.err().print(CLEAR_LINE + text);
    terminal.err().flush();
  }

  private void clear() {
    if (form == Form.ONE_LINE) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
    }
  }

  private static String brief(TrialSpec trial) {
    return trial.task().name() + " " + trial.id().substring(0, Math.min(6, trial.id().length()));
  }
}
