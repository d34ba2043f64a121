package spindle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.Tuning;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.LearningRates;
import spindle.study.Provenance;
import spindle.study.Seed;
import spindle.study.StudyRow;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

/// The same table in every format.
final class TrialTableTest {

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1);
  private static final TrialOutcome SCORED =
      new TrialOutcome.Scored(
          Metric.ACCURACY, 0.8125, 0.25, 155_204, 770, 189, Duration.ofMillis(1500));
  private static final TrialTable TABLE =
      TrialTable.of(
          List.of(
              row("t1", SCORED),
              row("t2", new TrialOutcome.Diverged(7)),
              row("t3", new TrialOutcome.Failed("a \"bad\", é file"))),
          List.of(attempt("t1", SCORED)));

  @TempDir Path folder;

  @Test
  void theFormatsHoldTheSameValues() throws IOException {
    List<Map<String, Object>> lines = objects(write("a.jsonl").lines().toList());
    assertEquals(3, lines.size());
    assertEquals(0.8125, lines.getFirst().get("score"));
    assertEquals(155_204L, lines.getFirst().get("trainableParameters"));
    assertEquals(1.5, lines.getFirst().get("seconds"));
    assertEquals(false, lines.get(1).containsKey("score"));
    assertEquals("a \"bad\", é file", lines.get(2).get("message"));
    assertEquals(lines, array(write("a.json")));
    assertEquals(lines, parquet(folder.resolve("a.parquet")));
    assertEquals(words(lines), csv(write("a.csv")));
  }

  @Test
  void aFileOfAnotherEndingIsCommaSeparated() throws IOException {
    assertEquals(write("a.csv"), write("a.txt"));
    assertEquals(TABLE.csv(), write("a.CSV"));
  }

  @Test
  void aPartOfTheTableKeepsItsTiming() throws IOException {
    TABLE.only(Set.of("t1", "t9")).write(folder.resolve("part.jsonl"));
    List<Map<String, Object>> rows = objects(Files.readAllLines(folder.resolve("part.jsonl")));
    assertEquals(objects(TABLE.jsonLines().subList(0, 1)), rows);
    assertEquals("cpu", rows.getFirst().get("device"));
  }

  @Test
  void aTableWithoutRowsCanBeReadToo() throws IOException {
    TrialTable none = TABLE.only(Set.of());
    none.write(folder.resolve("none.json"));
    none.write(folder.resolve("none.parquet"));
    assertEquals(List.of(), array(Files.readString(folder.resolve("none.json"))));
    assertEquals(List.of(), ParquetRows.read(folder.resolve("none.parquet")));
  }

  @Test
  void aFileThatCannotBeWrittenIsLeftAsItWas() throws IOException {
    Path missing = folder.resolve("none").resolve("a.parquet");
    assertThrows(IOException.class, () -> TABLE.write(missing));
    Path file = folder.resolve("a.parquet");
    TABLE.write(file);
    TABLE.write(file);
    try (var all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }

  private String write(String name) throws IOException {
    Path file = folder.resolve(name);
    TABLE.write(file);
    return Files.readString(file);
  }

  private List<Map<String, Object>> parquet(Path file) throws IOException {
    TABLE.write(file);
    List<Map<String, Object>> rows = ParquetRows.read(file);
    Set<String> names = rows.getFirst().keySet();
    assertTrue(names.containsAll(Set.of("path", "seed", "score")), names::toString);
    return rows;
  }

  private static List<Map<String, Object>> array(String text) throws IOException {
    List<String> objects = new ArrayList<>();
    new ObjectMapper().readTree(text).forEach(node -> objects.add(node.toString()));
    return objects(objects);
  }

  private static List<Map<String, Object>> objects(List<String> lines) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : lines) {
      Map<String, Object> row = new LinkedHashMap<>();
      new ObjectMapper()
          .readTree(line)
          .properties()
          .forEach(field -> row.put(field.getKey(), value(field.getValue())));
      rows.add(row);
    }
    return rows;
  }

  private static Object value(JsonNode node) {
    return node.isIntegralNumber()
        ? (Object) node.longValue()
        : node.isNumber() ? (Object) node.doubleValue() : node.textValue();
  }

  private static List<Map<String, String>> csv(String text) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180.builder().setHeader().get())) {
      for (CSVRecord row : parser) {
        Map<String, String> filled = new LinkedHashMap<>(row.toMap());
        filled.values().removeIf(String::isEmpty);
        rows.add(filled);
      }
    }
    return rows;
  }

  private static List<Map<String, String>> words(List<Map<String, Object>> rows) {
    return rows.stream()
        .map(row -> {
          Map<String, String> words = new LinkedHashMap<>();
          row.forEach((name, value) -> words.put(name, value.toString()));
          return words;
        })
        .toList();
  }

  private static StudyRow row(String id, TrialOutcome outcome) {
    return new StudyRow(
        "main",
        "confirmation",
        "Full",
        0,
        Optional.empty(),
        new TrialSpec(
            id,
            "bundled",
            new Tuning.Full(),
            new TaskSource.Practice("reviews"),
            SETTINGS,
            new Seed(-6_000_000_000_000_000_001L),
            new Seed(2),
            Split.CONFIRMATION),
        outcome);
  }

  private static Attempt attempt(String trial, TrialOutcome outcome) {
    Instant begun = Instant.parse("2026-11-21T20:00:00Z");
    return new Attempt(
        new AttemptId(trial, 1),
        SETTINGS,
        begun,
        Optional.of(
            new Attempt.End(
                outcome, new Provenance(Map.of(), "cpu", "ab", "cd"), begun.plusSeconds(2))),
        Attempt.Weight.COUNTS);
  }
}
