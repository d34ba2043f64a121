package spindle.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Strict JSON of records.
///
/// | Java | JSON |
/// |---|---|
/// | record | object, one field a component, in order; an empty `Optional` is left out |
/// | record of a sealed interface | object whose first field is `kind`, such as `out-of-memory` |
/// | enum constant | its name in lower case with hyphens |
/// | list, set; map of texts | array; object |
/// | `Path`; `Duration`; `Seed` | text; seconds; number |
/// | `Design`, `LayerGrouping`, .. | as in a [DesignFile]; groups are counted from 1 |
/// | infinite or undefined `double` | `"Infinity"`, `"-Infinity"`, `"NaN"` |
///
/// When reading, an unknown, missing or repeated field, `null`, a value of a wrong type, one that a
/// record's constructor refuses, and text after the end are errors that name line, column and
/// field.
public final class Json {
  private Json() {}

  /// Returns a value as one line without a line end.
  ///
  /// @throws IllegalArgumentException if a type has no JSON form
  public static String line(Object value) {
    return Writer.line(Encoder.encode(value));
  }

  /// Returns a value as indented lines of at most 100 columns where possible, with a line end.
  ///
  /// @throws IllegalArgumentException if a type has no JSON form
  public static String pretty(Object value) {
    return Writer.pretty(Encoder.encode(value));
  }

  /// Returns the value that a text holds.
  ///
  /// @throws JsonException if the text does not have the form of the type
  public static <T> T read(String text, Class<T> type) {
    return read(text, "", type);
  }

  /// Returns the value that a text holds.
  ///
  /// @param source where the text is from, for messages
  /// @throws JsonException if the text does not have the form of the type
  public static <T> T read(String text, String source, Class<T> type) {
    return type.cast(Decoder.decode(NodeReader.read(text, source), type));
  }

  /// Returns the values of the array that a text holds.
  ///
  /// @throws JsonException if the text is not an array of the form of the type
  public static <T> List<T> readList(String text, Class<T> type) {
    List<?> values = (List<?>) Decoder.decode(NodeReader.read(text, ""), new Form.ListOf(type));
    return values.stream().<T>map(type::cast).toList();
  }

  /// Returns the value that a UTF-8 file holds.
  ///
  /// @throws JsonException if the file cannot be read or does not have the form of the type
  public static <T> T read(Path file, Class<T> type) {
    return read(textOf(file), nameOf(file), type);
  }

  /// Writes a value, in the form of [#pretty], to a file, which is complete or not there at all.
  ///
  /// @throws JsonException if the file cannot be written
  public static void write(Path file, Object value) {
    String text = pretty(value);
    try {
      WholeFile.write(file, text);
    } catch (IOException e) {
      throw new JsonException(nameOf(file) + ": cannot be written: " + reason(e), e);
    }
  }

  /// Returns the text of a UTF-8 file, without a byte-order mark.
  static String textOf(Path file) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new JsonException(nameOf(file) + ": is not text in UTF-8", e);
    } catch (IOException e) {
      throw new JsonException(nameOf(file) + ": cannot be read: " + reason(e), e);
    }
  }

  static String nameOf(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file or folder"
        : e.getClass().getSimpleName().replace("Exception", "") + " (" + e.getMessage() + ")";
  }
}
