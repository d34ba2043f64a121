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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenFilesTest {

  private static final Layout COMMAS =
      Layout.of(Delimiter.COMMA, new Fields("text", Optional.empty(), "label"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Glue.class)
  void aCutFileIsRefusedOrGivesWholeRows(Glue glue) throws IOException {
    byte[] whole = GlueSample.text(glue, 12).getBytes(StandardCharsets.UTF_8);
    cutEverywhere(whole, glue.layout());
  }

  @ParameterizedTest
  @CsvSource({"label text", "text label"})
  void aCutCommaFileIsRefusedOrGivesWholeRows(String order) throws IOException {
    boolean first = order.startsWith("label");
    StringBuilder file = new StringBuilder(first ? "label,text\r\n" : "text,label\r\n");
    for (int i = 0; i < 12; i++) {
      String label = i % 2 == 0 ? "yes" : "\"no, it isn't\"";
      String text = i % 3 == 0 ? "plain " + i : "\"He said \"\"été\"\",\nthen " + i + "\"";
      file.append(first ? label + "," + text : text + "," + label).append("\r\n");
    }
    cutEverywhere(file.toString().getBytes(StandardCharsets.UTF_8), COMMAS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sent,label~a film,0~x 0        | 1: there is no column "text"
          text,label~a film                  | 2: this row has 1 field where the first row has 2
          text,label~a film,0,1              | 2: this row has 3 fields where the first row has 2
          text,label~a film,0~ ,1            | 3: the text in column 1 is empty
          text,label~a film,0~b,             | 3: the label in column 2 is empty
          text,label~a,0~b,1~"c,1            | 4: the quotes of this row do not pair up
          text,label~a,0~"b"c,1              | 3: the quotes of this row do not pair up
          text,label~a,0~b,1~c,cut           | 4: the last row has no line end
          """)
  void aBadRowIsNamedByFileAndLine(String file, String problem) throws IOException {
    Path path = folder.resolve("own.csv");
    String text = file.strip().replace("~", "\n");
    Files.writeString(path, text.endsWith("cut") ? text : text + "\n");
    String message = refusal(path, COMMAS);
    assertTrue(message.startsWith(path + ":" + problem), message);
  }

  @Test
  void aFileThatIsNoTextIsRefusedAtItsFirstBadLine() throws IOException {
    assertTrue(refusalOf(bytes("sentence\tlabel\ngood\t1\nb\0d\t0\n")).contains(":3: a zero byte"));
    byte[] latin = "sentence\tlabel\ncaf\u00e9\t1\n".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(refusalOf(latin).contains(":2: these bytes are not UTF-8 text; save the file"));
    byte[] wide = "sentence\tlabel\n".getBytes(StandardCharsets.UTF_16);
    assertTrue(refusalOf(wide).contains(":1: "));
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
    assertTrue(refusalOf(zip).contains(":1: a zero byte is not text; give a plain text file"));
    byte[] endless = new byte[(1 << 20) + 1];
    Arrays.fill(endless, (byte) 'x');
    assertTrue(refusalOf(endless).contains(":1: a line of more than 1048576 bytes"));
  }

  @Test
  void emptyFilesAndFoldersAreRefused() throws IOException {
    String none = ": there are no examples in it; give a file with rows of data";
    assertTrue(refusalOf(new byte[0]).endsWith(none));
    assertTrue(refusalOf(bytes("sentence\tlabel\n")).endsWith(none));
    assertTrue(refusalOf(bytes("\n\n\n")).endsWith(none));
    assertTrue(refusal(folder, COMMAS).startsWith(folder + ": cannot be read (IOException"));
  }

  @Test
  void aWrongLabelIsNamedWithTheRightOnes() throws IOException {
    Path file = folder.resolve("train.tsv");
    Files.writeString(file, GlueSample.text(Glue.RTE, 3).replace("not_", "non_"));
    LabelledText row = DelimitedTexts.read(file, Glue.RTE.layout()).get(1);
    String message = message(() -> Glue.RTE.code().example(row));
    assertEquals(
        file
            + ":3: the label \"non_entailment\" is unknown; "
            + "a label is one of entailment, not_entailment",
        message);
  }

  @Test
  void aScoreMustBeADecimalNumberInRange() {
    for (String label : List.of("NaN", "0x1p3", "3d", "five", "1e999", "5.001", "-1")) {
      LabelledText row =
          new LabelledText(
              new Place(Path.of("a.tsv"), Place.Unit.FIELDS, 7), "x", Optional.empty(), label);
      String message = message(() -> Glue.STS_B.code().example(row));
      assertTrue(message.startsWith("a.tsv:7: the score \"" + label + "\" is "), message);
    }
  }

  @Test
  void aMessageStaysOnOneLine() throws IOException {
    Path file = folder.resolve("train.csv");
    Files.writeString(file, "\"te\nxt\",\"" + "long ".repeat(50) + "\"\na,b\n");
    String message = refusal(file, COMMAS);
    assertEquals(1, message.lines().count());
    assertTrue(message.length() < 300 + file.toString().length(), message);
  }

  private void cutEverywhere(byte[] whole, Layout layout) throws IOException {
    Path file = folder.resolve("train");
    Files.write(file, whole);
    List<LabelledText> rows = DelimitedTexts.read(file, layout);
    assertEquals(12, rows.size());
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try {
        List<LabelledText> found = DelimitedTexts.read(file, layout);
        assertEquals(rows.subList(0, found.size()), found);
      } catch (TaskException e) {
        refused++;
      }
    }
    assertTrue(refused > whole.length * 9 / 10, refused + " of " + whole.length);
  }

  private String refusalOf(byte[] content) throws IOException {
    Path file = folder.resolve("train.tsv");
    Files.write(file, content);
    return refusal(file, Glue.SST_2.layout());
  }

  private static String refusal(Path file, Layout layout) {
    return message(() -> DelimitedTexts.read(file, layout));
  }

  private static String message(Runnable reading) {
    String message = assertThrows(TaskException.class, reading::run).getMessage();
    return message == null ? "" : message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
