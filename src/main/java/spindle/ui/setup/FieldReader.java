package spindle.ui.setup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import spindle.ui.Texts;

/// Reads single fields of the form and keeps what is wrong with each, a sentence a field.
final class FieldReader {

  private static final int MOST = 999_999;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  private final SetupValues values;
  private final Map<SetupField, String> problems = new EnumMap<>(SetupField.class);

  FieldReader(SetupValues values) {
    this.values = values;
  }

  /// Returns what stands in the form.
  SetupValues values() {
    return values;
  }

  /// Returns what is wrong so far.
  Map<SetupField, String> problems() {
    return Map.copyOf(problems);
  }

  /// Returns whether nothing is wrong so far.
  boolean isSound() {
    return problems.isEmpty();
  }

  /// Keeps what is wrong with a field.
  void tell(SetupField field, String problem) {
    problems.put(field, problem);
  }

  /// Returns a text that may be left out.
  Optional<String> optional(SetupField field) {
    String text = values.text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// Returns a text that may not be left out.
  Optional<String> needed(SetupField field) {
    Optional<String> text = optional(field);
    if (text.isEmpty()) {
      tell(field, Texts.of("setup.needed"));
    }
    return text;
  }

  /// Returns a path.
  Optional<Path> path(SetupField field) {
    return needed(field)
        .flatMap(text -> {
          try {
            return Optional.of(Path.of(text));
          } catch (InvalidPathException e) {
            tell(field, Texts.of("setup.noPath", e.getReason()));
            return Optional.empty();
          }
        });
  }

  /// Returns the path of a file that is there.
  Optional<Path> existing(SetupField field) {
    return path(field)
        .flatMap(file -> {
          if (!Files.isRegularFile(file)) {
            tell(field, Texts.of("setup.file.missing"));
            return Optional.empty();
          }
          return Optional.of(file.toAbsolutePath().normalize());
        });
  }

  /// Returns a whole number of at least so much.
  Optional<Integer> number(SetupField field, int least) {
    return read(field, text -> whole(text, least, MOST));
  }

  /// Returns a whole number that may be left out.
  Optional<Integer> several(SetupField field) {
    return several(field, MOST);
  }

  /// Returns a whole number of at most so much that may be left out.
  Optional<Integer> several(SetupField field, int most) {
    return optional(field).flatMap(_ -> read(field, text -> whole(text, 1, most)));
  }

  /// Returns a number.
  ///
  /// @param inRange which numbers are allowed
  /// @param range says so in a sentence
  Optional<Double> decimal(SetupField field, DoublePredicate inRange, String range) {
    return read(
        field,
        text -> {
          double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
          if (!inRange.test(number)) {
            throw new IllegalArgumentException(range);
          }
          return number;
        });
  }

  /// Returns what a text is parsed to; what the parser refuses is the field's problem.
  <T> Optional<T> read(SetupField field, Function<String, T> parse) {
    return needed(field)
        .flatMap(text -> {
          try {
            return Optional.of(parse.apply(text));
          } catch (IllegalArgumentException e) {
            tell(field, sentence(String.valueOf(e.getMessage())));
            return Optional.empty();
          }
        });
  }

  /// Returns a whole number of any size.
  ///
  /// @throws IllegalArgumentException if the text is none
  static long wholeLong(String text) {
    try {
      return Long.parseLong(text.replace("_", "").replace("\u00a0", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Texts.of("setup.noNumber"), e);
    }
  }

  private static int whole(String text, int least, int most) {
    long number = wholeLong(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(Texts.of("setup.range", least, most));
    }
    return (int) number;
  }

  private static String sentence(String message) {
    String start = message.substring(0, 1).toUpperCase(Locale.ROOT);
    return start + message.substring(1) + (message.endsWith(".") ? "" : ".");
  }
}
