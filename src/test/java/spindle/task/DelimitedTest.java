package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedTest {

  @TempDir private Path folder;
  private Path train = Path.of("");
  private Path dev = Path.of("");

  @BeforeEach
  void nameFiles() {
    train = folder.resolve("train.csv");
    dev = folder.resolve("dev.csv");
  }

  @Test
  void columnsAreNamedByTheHeader() throws IOException {
    write(
        "\ufeffid, first ,second,mood\r\n",
        i -> i + ",A " + i + ",B " + i + "," + mood(i) + "\r\n");
    TaskData data = read(source("first", Optional.of("second"), "mood"));
    assertEquals(
        new Task("own", new Target.Classes(List.of("happy", "sad", "so-so")), Metric.ACCURACY),
        data.task());
    assertEquals(new Example("A 1", Optional.of("B 1"), 1), data.confirmation().get(1));
    assertEquals(List.of(16, 4, 20), sizes(data));
  }

  @Test
  void numbersOnlyMeanThatThereIsNoHeader() throws IOException {
    write("", i -> i + ",A " + i + ",B " + i + "," + mood(i) + "\n");
    TaskData data = read(source("2", Optional.of("3"), "4"));
    assertEquals(new Example("A 0", Optional.of("B 0"), 0), data.confirmation().getFirst());
    assertEquals(20, data.confirmation().size());
  }

  @Test
  void aNumberBesideANameCountsTheColumnsOfTheHeader() throws IOException {
    write("text,mood\n", i -> "A " + i + "," + mood(i) + "\n");
    assertEquals("A 0", read(source("1", "mood")).confirmation().getFirst().text());
  }

  @Test
  void aQuotedFieldMayHoldCommasQuotesAndLineEnds() throws IOException {
    write("text,mood\n", i -> "\"A, \"\"" + i + "\"\"\nand more\"," + mood(i) + "\n");
    assertEquals("A, \"0\"\nand more", read(source("text", "mood")).confirmation().get(0).text());
    Files.writeString(dev, "text,mood\n\"a\nb\",sad\n\n\"c\n\n\nd\",glad\n");
    assertTrue(
        refusal(source("text", "mood")).contains("dev.csv:5: the label \"glad\" is unknown"));
  }

  @Test
  void quotesOfATabFileAreCharacters() throws IOException {
    write("text\tmood\n", i -> "\"A, " + i + "\t" + mood(i) + "\n");
    TaskSource.Labelled tabs =
        new TaskSource.Labelled(
            "own", train, dev, FileFormat.TAB, "text", Optional.empty(), "mood");
    assertEquals("\"A, 3", read(tabs).confirmation().get(3).text());
  }

  @Test
  void wholeNumbersAreClassesInTheirOrder() throws IOException {
    write("text,stars\n", i -> "A " + i + "," + (8 + i % 4) + "\n");
    assertEquals(
        new Target.Classes(List.of("8", "9", "10", "11")),
        read(source("text", "stars")).task().target());
  }

  @Test
  void numbersWithAFractionAreScores() throws IOException {
    write("text,score\n", i -> "A " + i + "," + i / 4.0 + "\n");
    Task task = read(source("text", "score")).task();
    assertEquals(new Task("own", new Target.Score(0, 4.75), Metric.SPEARMAN), task);
  }

  @Test
  void manyWholeNumbersAreScores() throws IOException {
    write("text,score\n", i -> "A " + i + "," + (i - 3) + "\n");
    assertEquals(
        20, ((Target.Classes) read(source("text", "score")).task().target()).labels().size());
    Files.writeString(train, Files.readString(train) + "one more,21\n");
    assertEquals(new Target.Score(-3, 21), read(source("text", "score")).task().target());
  }

  @Test
  void aHeaderTakenForAnExampleIsNoticed() throws IOException {
    write("text,mood\n", i -> "A " + i + "," + mood(i) + "\n");
    assertTrue(
        refusal(source("1", "2"))
            .endsWith(
                "train.csv:1: the label \"mood\" stands in this row only; "
                    + "if it is a header, name the columns by their names"));
  }

  @Test
  void aWrongColumnIsNoticed() throws IOException {
    write("text,kind,mood\n", i -> "A " + i + ",x," + mood(i) + "\n");
    assertTrue(refusal(source("text", "kind")).contains("every row has the label \"x\""));
    assertTrue(refusal(source("text", "moods")).contains("the first row has \"text\", \"kind\""));
    assertTrue(refusal(source("4", "mood")).contains("there is no column 4"));
    String rows =
        IntStream.range(0, 600).mapToObj(i -> "A " + i + ",x,y\n").collect(Collectors.joining());
    Files.writeString(train, "text,kind,mood\n" + rows);
    assertTrue(refusal(source("text", "text")).contains("there are 600 different labels"));
  }

  @Test
  void tooFewExamplesAreRefused() throws IOException {
    write("text,mood\n", i -> "A " + i + "," + mood(i) + "\n");
    Files.writeString(train, "text,mood\na,happy\nb,sad\nc,so-so\nd,happy\n");
    assertTrue(refusal(source("text", "mood")).contains("of its 4 training examples none can be"));
  }

  private void write(String header, IntFunction<String> row) throws IOException {
    String rows = IntStream.range(0, 20).mapToObj(row).collect(Collectors.joining());
    Files.writeString(train, header + rows);
    Files.writeString(dev, header + rows);
  }

  private static String mood(int i) {
    return List.of("happy", "sad", "so-so").get(i % 3);
  }

  private TaskSource.Labelled source(String text, String label) {
    return source(text, Optional.empty(), label);
  }

  private TaskSource.Labelled source(String text, Optional<String> second, String label) {
    return new TaskSource.Labelled("own", train, dev, FileFormat.COMMA, text, second, label);
  }

  private static TaskData read(TaskSource source) {
    return Tasks.read(source, new SplittableRandom(1));
  }

  private static String refusal(TaskSource source) {
    String message = assertThrows(TaskException.class, () -> read(source)).getMessage();
    return message == null ? "" : message;
  }

  private static List<Integer> sizes(TaskData data) {
    return List.of(data.training().size(), data.selection().size(), data.confirmation().size());
  }
}
