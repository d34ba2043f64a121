package spindle.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the texts and labels of one delimited file.
///
/// Every row must have as many fields as the first. A last row without a line end may have been
/// cut: it is taken only if its last field is the label and an earlier row has the same label.
final class DelimitedTexts {

  private static final int ROWS_PER_FLAW = 1000;

  private final Path file;
  private final Layout layout;
  private final List<LabelledText> found = new ArrayList<>();
  private Optional<TaskException> firstFlaw = Optional.empty();
  private int flaws;
  private final Set<String> labels = new HashSet<>();
  private Optional<Columns> columns = Optional.empty();

  private record Columns(int width, int text, Optional<Integer> second, int label) {}

  private DelimitedTexts(Path file, Layout layout) {
    this.file = file;
    this.layout = layout;
  }

  /// Returns the rows of a file in file order.
  ///
  /// @throws TaskException if the file or one of its rows does not fit the layout, or has no rows
  static List<LabelledText> read(Path file, Layout layout) {
    DelimitedTexts reader = new DelimitedTexts(file, layout);
    Rows.read(file, layout.delimiter(), reader::accept);
    if (reader.found.size() < (long) ROWS_PER_FLAW * reader.flaws) {
      throw reader.firstFlaw.orElseThrow();
    }
    return OwnFile.filled(file, reader.found);
  }

  private void accept(Row row) {
    if (columns.isEmpty()) {
      columns = Optional.of(columnsOf(row));
      if (layout.header() == Layout.Header.PRESENT) {
        return;
      }
    }
    try {
      LabelledText text = parse(row, columns.get());
      labels.add(text.label());
      found.add(text);
    } catch (TaskException e) {
      if (layout.flaws() == Layout.Flaws.REFUSED || !row.ended()) {
        throw e;
      }
      flaws++;
      firstFlaw = firstFlaw.or(() -> Optional.of(e));
    }
  }

  private Columns columnsOf(Row first) {
    return new Columns(
        first.fields().size(),
        layout.text().indexIn(first),
        layout.second().map(column -> column.indexIn(first)),
        layout.label().indexIn(first));
  }

  private LabelledText parse(Row row, Columns at) {
    int width = row.fields().size();
    if (width != at.width()) {
      throw row.error(
          "this row has " + fields(width) + " where the first row has " + at.width(),
          "check the delimiter, the quotes and whether the file is complete");
    }
    String label = filled(row, at.label(), "label").strip();
    if (!row.ended() && (at.label() != width - 1 || !labels.contains(label))) {
      throw row.error(
          "the last row has no line end, so it may have been cut off",
          "get the whole file, or end the row with a line feed if it is complete");
    }
    String text = filled(row, at.text(), "text");
    Place place = new Place(file, Place.Unit.FIELDS, row.line());
    Optional<String> second = at.second().map(index -> filled(row, index, "second text"));
    return new LabelledText(place, text, second, label);
  }

  private static String filled(Row row, int index, String what) {
    String field = row.fields().get(index).strip();
    if (field.isEmpty()) {
      throw row.error(
          "the " + what + " in column " + (index + 1) + " is empty", "fill it or remove the row");
    }
    return field;
  }

  private static String fields(int count) {
    return count == 1 ? "1 field" : count + " fields";
  }
}
