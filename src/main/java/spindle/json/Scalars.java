package spindle.json;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/// Makes numbers, texts and truth values of nodes.
final class Scalars {

  /// Doubles that JSON cannot write as numbers.
  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          "NaN", Double.NaN,
          "Infinity", Double.POSITIVE_INFINITY,
          "-Infinity", Double.NEGATIVE_INFINITY);

  private Scalars() {}

  static Object decode(Node node, Class<?> type) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> whole(node, Integer::valueOf);
      case "long", "java.lang.Long" -> whole(node, Long::valueOf);
      case "double", "java.lang.Double" -> real(node);
      case "boolean", "java.lang.Boolean" -> truth(node);
      case "java.math.BigDecimal" -> new BigDecimal(digits(node));
      case "java.lang.String" -> text(node);
      default -> throw new IllegalArgumentException("no JSON form for " + type);
    };
  }

  /// Returns the text of a node.
  static String text(Node node) {
    if (node instanceof Node.Text(Place _, String value)) {
      return value;
    }
    throw Decoder.mismatch(node, "a text");
  }

  private static <T> T whole(Node node, Function<String, T> parse) {
    String digits = digits(node);
    try {
      return parse.apply(digits);
    } catch (NumberFormatException e) {
      throw new JsonException(
          node.place(), "must be a whole number within range, not " + digits, e);
    }
  }

  private static double real(Node node) {
    if (node instanceof Node.Text(Place _, String word) && NOT_FINITE.containsKey(word)) {
      return NOT_FINITE.getOrDefault(word, Double.NaN);
    }
    double value = Double.parseDouble(digits(node));
    if (Double.isInfinite(value)) {
      throw new JsonException(node.place(), "the number is out of range: " + digits(node));
    }
    return value;
  }

  private static boolean truth(Node node) {
    if (node instanceof Node.Truth(Place _, boolean value)) {
      return value;
    }
    throw Decoder.mismatch(node, "true or false");
  }

  private static String digits(Node node) {
    if (node instanceof Node.Numeral(Place _, String digits)) {
      return digits;
    }
    throw Decoder.mismatch(node, "a number");
  }
}
