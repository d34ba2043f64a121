package spindle.task;

import java.util.Optional;
import java.util.stream.Stream;

/// Where in a delimited file the texts and labels stand.
///
/// @param delimiter between the fields
/// @param header whether the first row names the columns
/// @param text column of the sentence
/// @param second column of the second sentence
/// @param label column of the label or score
/// @param flaws what is done about rows that do not fit
record Layout(
    Delimiter delimiter,
    Header header,
    Column text,
    Optional<Column> second,
    Column label,
    Flaws flaws) {

  /// What the first row is.
  enum Header {
    /// The names of the columns.
    PRESENT,
    /// An example like the others.
    ABSENT
  }

  /// What is done about a row with too many or too few fields or an empty text.
  enum Flaws {
    /// It is an error.
    REFUSED,
    /// It is skipped, unless it is the last or there are more than one in a thousand. For files
    /// that were published with broken rows.
    FEW_SKIPPED
  }

  /// Returns the layout of a user's file: with a header unless all columns are told by number.
  static Layout of(Delimiter delimiter, Fields fields) {
    Column text = Column.of(fields.text());
    Optional<Column> second = fields.second().map(Column::of);
    Column label = Column.of(fields.label());
    boolean numbers =
        Stream.concat(Stream.of(text, label), second.stream())
            .allMatch(column -> column instanceof Column.Numbered);
    Header header = numbers ? Header.ABSENT : Header.PRESENT;
    return new Layout(delimiter, header, text, second, label, Flaws.REFUSED);
  }
}
