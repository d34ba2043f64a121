package spindle.json;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The names that enum constants and the cases of sealed interfaces have in JSON: lower case, words
/// joined by hyphens.
final class Names {
  private Names() {}

  /// Returns the name of a constant: `feed-forward-in` for `FEED_FORWARD_IN`.
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the value of the field `kind` that a record of a sealed interface has: `out-of-memory`
  /// for `OutOfMemory`; empty for other records.
  static Optional<String> kind(Class<?> record) {
    return Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed)
        ? Optional.of(caseName(record))
        : Optional.empty();
  }

  /// Returns the records of a sealed interface, those of its sealed parts included.
  static List<Class<?>> cases(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .<Class<?>>flatMap(part -> part.isSealed() ? cases(part).stream() : Stream.of(part))
        .toList();
  }

  /// Says whether a type is a sealed interface whose cases are told apart by a field `kind`.
  static boolean isSealed(Class<?> type) {
    return type.isSealed() && Modifier.isInterface(type.getModifiers());
  }

  private static String caseName(Class<?> record) {
    // BitFit is one word in the paper and in every other name
    return record
        .getSimpleName()
        .replace("BitFit", "Bitfit")
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
