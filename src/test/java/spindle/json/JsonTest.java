package spindle.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spindle.design.AssignmentChoice;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.GroupingPattern;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;
import spindle.design.Tuning;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.Place;
import spindle.study.Seed;
import spindle.study.StudyPlan;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.task.TaskSource;

class JsonTest {

  @Test
  void everyRecordOfATrialComesBackAsItWas() {
    assertRoundTrip(Samples.spec(), TrialSpec.class);
    assertRoundTrip(Samples.spec().settings().rates(), LearningRates.class);
    assertRoundTrip(new Tuning.Full(), Tuning.class);
    assertRoundTrip(new Seed(Long.MIN_VALUE), Seed.class);
    assertRoundTrip(new TaskSource.Practice("sentiment"), TaskSource.class);
    assertRoundTrip(new TaskSource.Glue("RTE", Path.of("a folder", "RTE")), TaskSource.class);
    assertRoundTrip(Samples.delimited(Optional.of("b\"\\\u0000\u2028ü")), TaskSource.class);
    assertRoundTrip(Samples.delimited(Optional.empty()), TaskSource.class);
    assertRoundTrip(Samples.texts(), TaskSource.class);
  }

  @Test
  void textFilesWithAMetricOfLabelsAreRefused() {
    String line = Json.line(Samples.texts());
    assertEquals(
        """
        {"kind":"texts","name":"own","train":"train.jsonl","dev":"dev.jsonl",\
        "format":"json-lines","source":"translation.en","target":"translation.ro",\
        "metric":"bleu"}\
        """,
        line);
    String wrong = line.replace("\"bleu\"", "\"accuracy\"");
    assertThrows(JsonException.class, () -> Json.read(wrong, TaskSource.class));
  }

  @Test
  void everyOutcomeComesBackAsItWas() {
    for (TrialOutcome outcome :
        List.of(
            new TrialOutcome.Scored(
                Metric.F1, 0.1 + 0.2, Double.NaN, 1L << 40, 10, 7, Duration.ofNanos(1_500_000_001)),
            new TrialOutcome.Diverged(3),
            new TrialOutcome.OutOfMemory(4, "no memory"),
            new TrialOutcome.Failed("bad"),
            new TrialOutcome.Lost("gone"),
            new TrialOutcome.Cancelled(0))) {
      assertRoundTrip(outcome, TrialOutcome.class);
    }
  }

  @Test
  void aPlanOfOneStackHasNoBorderAndOneOfTwoHas() {
    StudyPlan one = Samples.plan(4, Optional.empty());
    StudyPlan two = Samples.plan(8, Optional.of(6));
    assertRoundTrip(one, StudyPlan.class);
    assertRoundTrip(two, StudyPlan.class);
    assertFalse(Json.line(one).contains("border"));
    assertTrue(Json.line(two).endsWith(",\"border\":6}"), Json.line(two));
  }

  @Test
  void everyDesignSpaceComesBackAsItWas() {
    DesignSpace s0 = DesignSpace.s0(12);
    GroupingChoice four = new GroupingChoice.Patterned(GroupingPattern.SPINDLE, 4);
    assertRoundTrip(
        DesignSpace.s0(24).with(new GroupingChoice.Stacks(four, 12, new GroupingChoice.Free(2))),
        DesignSpace.class);
    DesignSpace s1 = s0.with(new GroupingChoice.Patterned(GroupingPattern.SPINDLE, 4));
    assertRoundTrip(s0, DesignSpace.class);
    assertRoundTrip(s1, DesignSpace.class);
    assertRoundTrip(
        s1.with(new TunedChoice.Fixed(TunedGroups.of(0, 2)))
            .with(AssignmentChoice.FREE.with(3, StrategySet.parse("PBL"))),
        DesignSpace.class);
    assertRoundTrip(DesignSpace.of(Samples.s4()), DesignSpace.class);
  }

  @Test
  void theFormIsTheOneThatIsDocumented() {
    assertEquals(
        "{\"kind\":\"scored\",\"metric\":\"matthews\",\"score\":0.5,\"loss\":0.25,"
            + "\"trainable\":100,\"head\":10,\"steps\":7,\"wallTime\":1.5}",
        Json.line(
            new TrialOutcome.Scored(
                Metric.MATTHEWS, 0.5, 0.25, 100, 10, 7, Duration.ofMillis(1500))));
    assertEquals(
        "{\"kind\":\"labelled\",\"name\":\"own\",\"train\":\"train.tsv\",\"dev\":\"dev.tsv\","
            + "\"format\":\"tab\",\"text\":\"1\",\"label\":\"3\"}",
        Json.line(Samples.delimited(Optional.empty())));
    assertEquals(
        "{\"kind\":\"out-of-memory\",\"step\":4,\"message\":\"no\"}",
        Json.line(new TrialOutcome.OutOfMemory(4, "no")));
  }

  @Test
  void mapsAndListsAreWrittenInTheirOrder() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("task", "SST-2");
    fields.put("metric", Metric.ACCURACY);
    fields.put("scores", List.of(1, 2.5, true));
    fields.put("absent", Optional.empty());
    assertEquals(
        "{\"task\":\"SST-2\",\"metric\":\"accuracy\",\"scores\":[1,2.5,true]}", Json.line(fields));
    assertEquals(List.of(1, 2), Json.readList("[1, 2]", Integer.class));
  }

  @Test
  void anObjectOfNoFormIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Json.line(new SplittableRandom(1)));
  }

  @Test
  void placesThatWereWrittenBeforeTrialsWereFusedAreRead() {
    String old = "{\"device\":{\"kind\":\"cpu\"},\"slots\":2}";
    Place place = new Place(new Device.Cpu(), 2);
    assertEquals(place, Json.read(old, Place.class));
    assertEquals(old, Json.line(place));
  }

  @Test
  void whatIsWrongIsNamedWithItsPlace() {
    String rates =
        "{\"adapter\": 1,\n \"prefix\": 1, \"bitfit\": 1,\n \"lora\": 1, \"head\": 1, \"full\": 1}";
    assertEquals(new LearningRates(1, 1, 1, 1, 1, 1), Json.read(rates, LearningRates.class));
    assertRates(
        "line 1, column 1: the field \"lora\" is missing", rates.replace("\"lora\": 1,", ""));
    assertRates(
        "line 3, column 10, field lore: unknown field (known: adapter, prefix, bitfit, lora, head,"
            + " full)",
        rates.replace("lora", "lore"));
    assertRates(
        "line 2, column 2, field adapter: the field comes twice",
        rates.replace("prefix", "adapter"));
    assertRates(
        "line 3, column 10, field lora: must be a number, not null",
        rates.replace("\"lora\": 1", "\"lora\": null"));
    assertRates(
        "line 3, column 10, field lora: must be a number, not a text",
        rates.replace("\"lora\": 1", "\"lora\": \"1\""));
    assertRates(
        "line 3, column 10, field lora: the number is out of range: 1e999",
        rates.replace("\"lora\": 1", "\"lora\": 1e999"));
    assertRates(
        "line 1, column 1: the learning rate of lora must be above 0 and at most 10: -1.0",
        rates.replace("\"lora\": 1", "\"lora\": -1"));
    assertRates("line 3, column 34: there is more text after the end of the value", rates + "1");
    assertRates("line 1, column 1: must be an object, not a list", "[]");
    assertRates("line 1, column 1: the text ends too early", "");
  }

  @Test
  void wholeNumbersStayWholeAndWithinRange() {
    assertPlace(
        "line 1, column 27, field step: must be a whole number within range, not 1.0",
        "{\"kind\":\"diverged\",\"step\":1.0}");
    assertPlace(
        "line 1, column 27, field step: must be a whole number within range, not 3000000000",
        "{\"kind\":\"diverged\",\"step\":3000000000}");
  }

  @Test
  void unknownNamesListTheKnownOnes() {
    assertPlace(
        "line 1, column 9, field kind: unknown trial outcome \"lucky\" (known: scored, diverged,"
            + " out-of-memory, failed, lost, cancelled)",
        "{\"kind\":\"lucky\"}");
    assertPlace("line 1, column 1: the field \"kind\" is missing", "{\"step\":1}");
  }

  @Test
  void timesAreSecondsWithUpToNineDecimals() {
    assertEquals(Duration.ofNanos(1), Json.read("0.000000001", Duration.class));
    assertEquals("90", Json.line(Duration.ofSeconds(90)));
    for (String wrong : List.of("1e-10", "1e30", "1e999999999", "\"1\"")) {
      assertThrows(JsonException.class, () -> Json.read(wrong, Duration.class), wrong);
    }
  }

  @Test
  void prettyTextIsReadableAndReadsBack() {
    String text = Json.pretty(Samples.spec());
    assertEquals(Samples.spec(), Json.read(text, TrialSpec.class));
    text.lines().forEach(line -> assertEquals(true, line.length() <= 100, line));
  }

  private static void assertRates(String message, String text) {
    var error = assertThrows(JsonException.class, () -> Json.read(text, LearningRates.class));
    assertEquals(message, error.getMessage());
  }

  private static void assertPlace(String message, String text) {
    var error = assertThrows(JsonException.class, () -> Json.read(text, TrialOutcome.class));
    assertEquals(message, error.getMessage());
  }

  private static <T> void assertRoundTrip(T value, Class<T> type) {
    assertEquals(value, Json.read(Json.line(value), type));
    assertEquals(value, Json.read(Json.pretty(value), type));
  }
}
