package spindle.task;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Goes through the rows of a delimited file. Empty lines are no rows.
final class Rows {

  private Rows() {}

  /// Hands each row to `each`, in file order.
  ///
  /// @throws TaskException if the file cannot be read, is not UTF-8 text, or a quoted field of a
  ///   comma file does not end
  static void read(Path file, Delimiter delimiter, Consumer<Row> each) {
    switch (delimiter) {
      case TAB -> readTabs(file, each);
      case COMMA -> readCommas(file, each);
    }
  }

  private static void readTabs(Path file, Consumer<Row> each) {
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        if (!lines.text().isEmpty()) {
          List<String> fields = List.of(lines.text().split("\t", -1));
          each.accept(new Row(file, lines.number(), fields, lines.ended()));
        }
      }
    }
  }

  private static void readCommas(Path file, Consumer<Row> each) {
    boolean ended = endsWithLine(file);
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(withoutMark(reader), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      long line = 0;
      while (hasNext(records, file, line + 1)) {
        List<String> fields = records.next().toList();
        line = parser.getCurrentLineNumber();
        boolean last = !hasNext(records, file, line + 1);
        each.accept(new Row(file, line - innerLines(fields), fields, ended || !last));
      }
    } catch (IOException e) {
      throw TaskException.unreadable(file, e);
    }
  }

  private static long innerLines(List<String> fields) {
    return fields.stream()
        .mapToLong(field -> field.lines().count())
        .map(n -> n == 0 ? 0 : n - 1)
        .sum();
  }

  private static boolean hasNext(Iterator<CSVRecord> records, Path file, long line) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw TaskException.at(
          file,
          line,
          "the quotes of this row do not pair up",
          "quote whole fields only and write a quote inside as two");
    }
  }

  /// Checks that the file is text.
  ///
  /// @return whether its last line has a line end
  private static boolean endsWithLine(Path file) {
    try (Lines lines = new Lines(file)) {
      boolean ended = true;
      while (lines.next()) {
        ended = lines.ended();
      }
      return ended;
    }
  }

  private static Reader withoutMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }
}
