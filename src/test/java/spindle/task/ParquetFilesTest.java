package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;
import spindle.Resources;

/// Files that `make_parquet.py` wrote with pyarrow.
class ParquetFilesTest {

  private static final Fields MOODS = new Fields("text", Optional.of("other"), "mood");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "none", "gzip", "lz4", "delta"})
  void everyUsualCompressionAndEncodingGivesTheSameRows(String name) {
    List<LabelledText> rows = OwnFile.read(file(name), FileFormat.PARQUET, MOODS);
    assertEquals(12, rows.size());
    assertEquals(
        new LabelledText(
            new Place(file(name), Place.Unit.ROW, 12),
            "A 11 is é 😀",
            Optional.of("B 11"),
            "so-so"),
        rows.getLast());
    assertEquals(
        rows.stream().map(LabelledText::text).toList(),
        OwnFile.read(file("snappy"), FileFormat.PARQUET, MOODS).stream()
            .map(LabelledText::text)
            .toList());
  }

  @Test
  void labelsMayBeTextsWholeNumbersTruthValuesOrScores() {
    assertEquals(classes("happy", "sad", "so-so"), read("mood").task());
    assertEquals(classes("0", "1"), read("label").task());
    assertEquals(classes("0", "1"), read("small").task());
    assertEquals(classes("false", "true"), read("truth").task());
    assertEquals(new Task("own", new Target.Score(0, 2.75), Metric.SPEARMAN), read("score").task());
    assertEquals(
        new Example("A 5 is é 😀", Optional.empty(), 1.25), read("score").confirmation().get(5));
  }

  @Test
  void textsToWriteMayBeNested() {
    Path odd = file("odd");
    TaskData data =
        Tasks.read(
            new TaskSource.Texts(
                "own",
                odd,
                odd,
                FileFormat.PARQUET,
                "translation.en",
                "translation.ro",
                Metric.BLEU),
            new SplittableRandom(1));
    assertEquals(Example.written("a 3", "b 3"), data.confirmation().get(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hole    | label | row 5: the column "hole" is empty; fill it or remove the row
          blank   | label | row 7: the column "blank" is empty; fill it or remove the row
          bytes   | label | row 3: these bytes are not UTF-8 text; name a column of texts
          blank   | hole  | row 5: the column "hole" is empty; fill it or remove the row
          nothing | label | there is no column "nothing"; the file has "translation.en", "translat
          list.list.element | label | the column "list.list.element" holds lists; name a column of
          time    | label | the column "time" holds values of type TIMESTAMP(MICROS,false); name a
          blank   | time  | the column "time" holds values of type TIMESTAMP(MICROS,false); name a
          """)
  void whatDoesNotFitIsNamedByFileRowAndColumn(String text, String label, String problem) {
    Path odd = file("odd");
    String message = refusal(odd, new Fields(text, Optional.empty(), label));
    assertTrue(message.startsWith(odd + ": " + problem), message);
  }

  @Test
  void aNumberIsNoText() {
    String message = refusal(file("none"), new Fields("score", Optional.empty(), "label"));
    assertTrue(message.endsWith("holds values of type DOUBLE; name a column of texts"), message);
  }

  @Test
  void anUnknownCompressionIsNamed() {
    assertEquals(
        file("brotli")
            + ": the column \"text\" is compressed with BROTLI; write the file with Snappy or"
            + " Zstandard",
        refusal(file("brotli"), new Fields("text", Optional.empty(), "label")));
  }

  @Test
  void aFileWithoutRowsOrThatIsNotThereIsRefused() {
    String none = ": there are no examples in it; give a file with rows of data";
    assertEquals(file("empty") + none, refusal(file("empty"), MOODS));
    Path missing = folder.resolve("none.parquet");
    assertEquals(missing + ": there is no such file; check the path", refusal(missing, MOODS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd"})
  void aCutFileIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    Path cut = folder.resolve("cut.parquet");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertEquals(
          cut
              + ": this is not a whole Parquet file; get it again, or write it anew, for example"
              + " with pandas' to_parquet",
          refusal(cut, MOODS));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "none"})
  void aSpoiltFileIsRefusedInOneLineOrRead(String name) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    Path spoilt = folder.resolve("spoilt.parquet");
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      Files.write(spoilt, bytes);
      try {
        OwnFile.read(spoilt, FileFormat.PARQUET, MOODS);
      } catch (TaskException e) {
        refused++;
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(spoilt + ": "), message);
        assertEquals(1, message.lines().count(), message);
      }
    }
    assertTrue(refused > 40, refused + " refused");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("own.parquet"), "text,label\na,1\nb,0\n");
    assertTrue(refusal(text, MOODS).startsWith(text + ": this is not a whole Parquet file;"));
  }

  private static Task classes(String... labels) {
    return new Task("own", new Target.Classes(List.of(labels)), Metric.ACCURACY);
  }

  private static TaskData read(String label) {
    Path file = file("snappy");
    return Tasks.read(
        new TaskSource.Labelled(
            "own", file, file, FileFormat.PARQUET, "text", Optional.empty(), label),
        new SplittableRandom(1));
  }

  private static String refusal(Path file, Fields fields) {
    return String.valueOf(
        assertThrows(TaskException.class, () -> OwnFile.read(file, FileFormat.PARQUET, fields))
            .getMessage());
  }

  private static Path file(String name) {
    return Resources.path("/spindle/task/parquet/" + name + ".parquet");
  }
}
