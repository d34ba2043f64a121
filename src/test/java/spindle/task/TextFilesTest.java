package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilesTest {

  private static final String LINE =
      "{\"id\": 7, \"translation\": {\"en\": \" A\\tcat \\u00e9\\ud83d\\ude00\", \"ro\": \"O \\\"pisică\\\"\"}, "
          + "\"tags\": [\"x\", {\"y\": [true, null, -1.5e3]}]}";

  @TempDir private Path folder;

  @Test
  void jsonLinesAreReadByTheNamesOfTheirFields() throws IOException {
    TaskData data =
        read("jsonl", FileFormat.JSON_LINES, "translation.en", "translation.ro", lines(LINE, 12));
    assertEquals(new Task("own", new Target.Text(), Metric.BLEU), data.task());
    assertEquals(
        List.of(10, 2, 12),
        List.of(data.training().size(), data.selection().size(), data.confirmation().size()));
    Example third = data.confirmation().get(2);
    assertEquals("2 A\tcat é😀", third.text());
    assertEquals("O \"pisică\"", third.reference());
    assertEquals(List.of("2 A\tcat é😀"), third.texts());
  }

  @Test
  void delimitedFilesAreReadByTheirColumns() throws IOException {
    StringBuilder tabs = new StringBuilder("article\tsummary\n");
    StringBuilder commas = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      tabs.append("a long \"text\" ").append(i).append("\tshort\n");
      commas.append("short,\"a long \"\"text\"\" ").append(i).append("\"\n");
    }
    TaskData named = read("tsv", FileFormat.TAB, "article", "summary", tabs.toString());
    TaskData numbered = read("csv", FileFormat.COMMA, "2", "1", commas.toString());
    assertEquals(Example.written("a long \"text\" 3", "short"), named.confirmation().get(3));
    assertEquals(named.confirmation(), numbered.confirmation());
  }

  @Test
  void labelledJsonLinesAreReadByTheNamesOfTheirFields() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String mood = i == 0 ? "so-so" : i % 2 == 0 ? "happy" : "sad";
      lines.append(
          "{\"a\": {\"b\": \"x %d\"}, \"c\": \"y\", \"mood\": \"%s\", \"stars\": %d, \"score\": %s, \"ok\": %s}%n"
              .formatted(i, mood, i % 3, i / 2.0, i % 2 == 0));
    }
    write("jsonl", lines.toString());
    TaskData moods = Tasks.read(labelled("mood", Optional.of("c")), new SplittableRandom(1));
    assertEquals(new Target.Classes(List.of("happy", "sad", "so-so")), moods.task().target());
    assertEquals(new Example("x 1", Optional.of("y"), 1), moods.confirmation().get(1));
    assertEquals(new Target.Classes(List.of("0", "1", "2")), target("stars"));
    assertEquals(new Target.Classes(List.of("false", "true")), target("ok"));
    assertEquals(new Target.Score(0, 4.5), target("score"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": {"b": "x"}, "stars": null} | 1: the field "stars" is neither a text nor a number
          {"a": {"b": "x"}, "stars": [1]}  | 1: the field "stars" is neither a text nor a number
          {"a": {"b": "x"}, "stars": ""}   | 1: the field "stars" is empty; fill it or remove
          {"a": {"b": 1}, "stars": 1}      | 1: the field "a.b" is not a text; name a field whose
          {"a": "x", "stars": 1}           | 1: there is no field "a.b"; this object has "a", "st
          """)
  void aBadLabelledLineIsNamedByFileLineAndField(String line, String problem) throws IOException {
    Path file = write("jsonl", line + "\n");
    String message = message(labelled("stars", Optional.empty()));
    assertTrue(message.startsWith(file + ":" + problem), message);
  }

  @Test
  void theHeldOutExamplesOnlyDependOnTheSeed() throws IOException {
    TaskSource source = source("jsonl", FileFormat.JSON_LINES, "translation.en", "translation.ro");
    write("jsonl", lines(LINE, 40));
    TaskData data = Tasks.read(source, new SplittableRandom(5));
    assertEquals(data, Tasks.read(source, new SplittableRandom(5)));
    assertTrue(!data.selection().equals(Tasks.read(source, new SplittableRandom(6)).selection()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"en": "a"}                  | 2: there is no field "ro"; this object has "en"
          {}                           | 2: there is no field "en"; this object is empty
          {"en": 3, "ro": "b"}         | 2: the field "en" is not a text
          {"en": null, "ro": "b"}      | 2: the field "en" is not a text
          {"en": "a", "ro": " "}       | 2: the field "ro" is empty
          ["a", "b"]                   | 2: this line is not a JSON object: an object starts with {
          {"en": "a", "ro": "b"        | 2: this line is not a JSON object: it ends too early
          {"en": "a", "ro": "b"} {}    | 2: this line is not a JSON object: there is more text at
          {"en": "a", "ro": "\\x"}     | 2: this line is not a JSON object: there is no such escape
          {"en": "a", "ro": "\\u00g0"} | 2: this line is not a JSON object: \\u takes four
          {"en": "a", "en": "b"}       | 2: this line is not a JSON object: "en" is there twice
          {"en": 01, "ro": "b"}        | 2: this line is not a JSON object: a comma or } follows
          {"en" "a"}                   | 2: this line is not a JSON object: a colon follows a name
          {"en": "a",}                 | 2: this line is not a JSON object: a text starts with
          {"en": 'a'}                  | 2: this line is not a JSON object: there is no value
          """)
  void aBadLineIsNamedByFileAndLine(String line, String problem) throws IOException {
    TaskSource source = source("jsonl", FileFormat.JSON_LINES, "en", "ro");
    Path file = write("jsonl", "{\"en\": \"a\", \"ro\": \"b\"}\n" + line + "\n");
    String message = message(source);
    assertTrue(message.startsWith(file + ":" + problem), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void deepBracketsAreRefused() throws IOException {
    TaskSource source = source("jsonl", FileFormat.JSON_LINES, "en", "ro");
    write("jsonl", "{\"en\": " + "[".repeat(100_000) + "\n");
    assertTrue(message(source).contains("too many brackets inside each other"), message(source));
  }

  @Test
  void aCutFileIsRefusedOrGivesWholeRows() throws IOException {
    TaskSource.Texts source =
        source("jsonl", FileFormat.JSON_LINES, "translation.en", "translation.ro");
    byte[] whole = lines(LINE, 6).getBytes(StandardCharsets.UTF_8);
    Path file = write("jsonl", lines(LINE, 6));
    List<LabelledText> rows = rows(source);
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try {
        List<LabelledText> found = rows(source);
        assertEquals(rows.subList(0, found.size()), found);
      } catch (TaskException e) {
        refused++;
      }
    }
    int withSixLineEndsInParts = 3 * 6 - 1;
    assertEquals(whole.length - withSixLineEndsInParts, refused);
  }

  @Test
  void theMetricMeasuresTexts() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TaskSource.Texts("own", folder, folder, FileFormat.TAB, "a", "b", Metric.ACCURACY));
    assertThrows(
        IllegalArgumentException.class, () -> new Task("own", new Target.Text(), Metric.F1));
  }

  private static List<LabelledText> rows(TaskSource.Texts files) {
    Fields fields = new Fields(files.source(), Optional.empty(), files.target());
    return OwnFile.read(files.train(), files.format(), fields);
  }

  private TaskData read(
      String ending, FileFormat format, String source, String target, String content)
      throws IOException {
    write(ending, content);
    return Tasks.read(source(ending, format, source, target), new SplittableRandom(1));
  }

  private Path write(String ending, String content) throws IOException {
    return Files.writeString(folder.resolve("own." + ending), content);
  }

  private TaskSource.Texts source(String ending, FileFormat format, String source, String target) {
    Path file = folder.resolve("own." + ending);
    return new TaskSource.Texts("own", file, file, format, source, target, Metric.BLEU);
  }

  private TaskSource labelled(String label, Optional<String> second) {
    Path file = folder.resolve("own.jsonl");
    return new TaskSource.Labelled("own", file, file, FileFormat.of(file), "a.b", second, label);
  }

  private Target target(String label) {
    return Tasks.read(labelled(label, Optional.empty()), new SplittableRandom(1)).task().target();
  }

  private static String lines(String line, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(line.replace(" A\\tcat", i + " A\\tcat")).append("\r\n");
    }
    return lines.toString();
  }

  private static String message(TaskSource source) {
    TaskException refusal =
        assertThrows(TaskException.class, () -> Tasks.read(source, new SplittableRandom(1)));
    return String.valueOf(refusal.getMessage());
  }
}
