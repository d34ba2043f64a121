package spindle.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import spindle.design.Design;
import spindle.json.Json;
import spindle.study.Attempt;
import spindle.study.Endings;
import spindle.study.StudyRecords;
import spindle.study.StudyRow;
import spindle.study.TrialKey;
import spindle.study.TrialOutcome;

/// The tidy table of a study: one row for each trial that has ended, one column a variable.
///
/// Without timing it depends on what was trained alone: two studies of one plan give the same table
/// byte for byte, however often they were interrupted. A value that a trial does not have is an
/// empty field in CSV and left out in JSON.
///
/// @param rows the trials, in order
/// @param timing when and where each was trained, by trial; empty to leave that out
public record TrialTable(List<StudyRow> rows, Map<String, Attempt> timing) {

  /// Whether the table tells when and where trials were trained.
  public enum Timing {
    /// It does not.
    LEFT_OUT,
    /// It does.
    INCLUDED
  }

  /// Copies the collections.
  public TrialTable {
    rows = List.copyOf(rows);
    timing = Map.copyOf(timing);
  }

  /// Returns the table of a study as it is now.
  public static TrialTable of(StudyRecords records, Timing timing) {
    Map<String, Attempt> last = new LinkedHashMap<>();
    if (timing == Timing.INCLUDED) {
      for (Attempt attempt : records.attempts()) {
        if (attempt.end().isPresent() && attempt.weight() == Attempt.Weight.COUNTS) {
          last.put(attempt.id().trial(), attempt);
        }
      }
    }
    return new TrialTable(StudyRow.table(records), last);
  }

  /// Returns the table as comma-separated values with a line of names (RFC 4180).
  public String csv() {
    StringBuilder text = new StringBuilder(Csv.line(names()));
    for (StudyRow row : rows) {
      Map<String, Object> values = values(row);
      text.append(
          Csv.line(
              names().stream()
                  .map(name -> values.containsKey(name) ? String.valueOf(values.get(name)) : "")
                  .toList()));
    }
    return text.toString();
  }

  /// Returns one JSON object a row.
  public List<String> jsonLines() {
    return rows.stream().map(row -> Json.line(values(row))).toList();
  }

  private static final List<String> NAMES =
      List.of(
          "path",
          "stage",
          "candidate",
          "draw",
          "grouping",
          "allocation",
          "tunedGroups",
          "strategies",
          "modules",
          "task",
          "scoredOn",
          "seed",
          "outcome",
          "metric",
          "score",
          "loss",
          "trainableParameters",
          "headParameters",
          "steps",
          "message",
          "trial");

  private static final List<String> TIMING_NAMES =
      List.of("attempt", "begun", "ended", "seconds", "device", "backboneHash", "dataHash");

  private List<String> names() {
    List<String> names = new ArrayList<>(NAMES);
    names.addAll(timing.isEmpty() ? List.of() : TIMING_NAMES);
    return names;
  }

  private Map<String, Object> values(StudyRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", row.path());
    values.put("stage", row.stage());
    values.put("candidate", row.candidate());
    values.put("draw", row.draw());
    row.design().ifPresent(design -> put(values, design));
    values.put("modules", TrialKey.text(row.trial().tuning()));
    values.put("task", row.trial().task().name());
    values.put("scoredOn", row.trial().scoredOn().name().toLowerCase(Locale.ROOT));
    values.put("seed", row.trial().seed().value());
    values.put("outcome", Endings.word(row.outcome()));
    put(values, row.outcome());
    values.put("trial", row.trial().id());
    Optional.ofNullable(timing.get(row.trial().id())).ifPresent(run -> put(values, run));
    return values;
  }

  private static void put(Map<String, Object> values, Design design) {
    values.put("grouping", design.grouping().toString());
    values.put("allocation", design.allocation().pattern().label());
    values.put("tunedGroups", design.tuned().toString());
    values.put("strategies", design.assignment().toString());
  }

  private static void put(Map<String, Object> values, TrialOutcome outcome) {
    switch (outcome) {
      case TrialOutcome.Scored scored -> {
        values.put("metric", scored.metric().name().toLowerCase(Locale.ROOT));
        values.put("score", scored.score());
        values.put("loss", scored.loss());
        values.put("trainableParameters", scored.trainable());
        values.put("headParameters", scored.head());
        values.put("steps", scored.steps());
      }
      case TrialOutcome.Diverged(int step) -> {
        values.put("steps", step);
        values.put("message", Endings.words(outcome));
      }
      case TrialOutcome.OutOfMemory _,
          TrialOutcome.Failed _,
          TrialOutcome.Lost _,
          TrialOutcome.Cancelled _ ->
          values.put("message", Endings.words(outcome));
    }
  }

  private static void put(Map<String, Object> values, Attempt run) {
    values.put("attempt", run.id().number());
    values.put("begun", run.begun().toString());
    run.end()
        .ifPresent(end -> {
          values.put("ended", end.at().toString());
          values.put("device", end.provenance().device());
          values.put("backboneHash", end.provenance().backbone());
          values.put("dataHash", end.provenance().data());
          if (end.outcome() instanceof TrialOutcome.Scored scored) {
            values.put("seconds", scored.wallTime().toMillis() / 1000.0);
          }
        });
  }
}
