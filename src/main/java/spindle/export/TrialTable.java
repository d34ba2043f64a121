package spindle.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spindle.design.Design;
import spindle.json.Json;
import spindle.json.WholeFile;
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
/// empty field in CSV, left out in JSON and null in Parquet.
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
    return of(StudyRow.table(records), timing == Timing.INCLUDED ? records.attempts() : List.of());
  }

  /// Returns a table with its timing.
  ///
  /// @param attempts at the trials, in the order in which they began; those without end and those
  ///   that were set aside tell nothing
  public static TrialTable of(List<StudyRow> rows, List<Attempt> attempts) {
    Map<String, Attempt> last = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      if (attempt.end().isPresent() && attempt.weight() == Attempt.Weight.COUNTS) {
        last.put(attempt.id().trial(), attempt);
      }
    }
    return new TrialTable(rows, last);
  }

  /// Returns the part of the table that tells of some trials.
  ///
  /// @param trials their ids
  public TrialTable only(Set<String> trials) {
    return new TrialTable(
        rows.stream().filter(row -> trials.contains(row.trial().id())).toList(), timing);
  }

  /// Writes the table to a file, which is complete or as it was.
  ///
  /// @param file whose ending tells the format; CSV if it tells none
  /// @throws IOException if the file cannot be written
  public void write(Path file) throws IOException {
    TableFormat format = TableFormat.of(file).orElse(TableFormat.CSV);
    WholeFile.write(
        file,
        draft -> {
          switch (format) {
            case CSV -> Files.writeString(draft, csv());
            case JSON -> Files.writeString(draft, json());
            case JSON_LINES -> Files.write(draft, jsonLines());
            case PARQUET ->
                ParquetTable.write(
                    draft, "trials", columns(), rows.stream().map(this::values).toList());
          }
        });
  }

  /// Returns the table as comma-separated values with a line of names (RFC 4180).
  public String csv() {
    List<String> names = columns().stream().map(TableColumn::name).toList();
    StringBuilder text = new StringBuilder(Csv.line(names));
    for (StudyRow row : rows) {
      Map<String, Object> values = values(row);
      text.append(
          Csv.line(
              names.stream()
                  .map(name -> values.containsKey(name) ? String.valueOf(values.get(name)) : "")
                  .toList()));
    }
    return text.toString();
  }

  private String json() {
    return jsonLines().stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /// Returns one JSON object a row.
  public List<String> jsonLines() {
    return rows.stream().map(row -> Json.line(values(row))).toList();
  }

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("path"),
          TableColumn.text("stage"),
          TableColumn.text("candidate"),
          TableColumn.whole("draw"),
          TableColumn.text("grouping"),
          TableColumn.text("allocation"),
          TableColumn.text("tunedGroups"),
          TableColumn.text("strategies"),
          TableColumn.text("modules"),
          TableColumn.text("task"),
          TableColumn.text("scoredOn"),
          TableColumn.whole("seed"),
          TableColumn.text("outcome"),
          TableColumn.text("metric"),
          TableColumn.real("score"),
          TableColumn.real("loss"),
          TableColumn.whole("trainableParameters"),
          TableColumn.whole("headParameters"),
          TableColumn.whole("steps"),
          TableColumn.text("message"),
          TableColumn.text("trial"));

  private static final List<TableColumn> TIMING_COLUMNS =
      List.of(
          TableColumn.whole("attempt"),
          TableColumn.text("begun"),
          TableColumn.text("ended"),
          TableColumn.real("seconds"),
          TableColumn.text("device"),
          TableColumn.text("backboneHash"),
          TableColumn.text("dataHash"));

  private List<TableColumn> columns() {
    List<TableColumn> columns = new ArrayList<>(COLUMNS);
    columns.addAll(timing.isEmpty() ? List.of() : TIMING_COLUMNS);
    return columns;
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
