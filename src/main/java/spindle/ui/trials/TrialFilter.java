package spindle.ui.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a user types to find trainings: words that must all occur, and conditions such as
/// `score>0.8` or `parameters<=300000`.
///
/// @param text as it was typed
/// @param accepts whether a training is found
public record TrialFilter(String text, Predicate<TrialRow> accepts) {
  private static final Pattern CONDITION =
      Pattern.compile("([a-z]+)(<=|>=|<|>|=)([+-]?[0-9.]+(?:e[+-]?[0-9]+)?)");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Reads a filter. A condition on an unknown field is taken as a word.
  public static TrialFilter parse(String text) {
    List<Predicate<TrialRow>> all = new ArrayList<>();
    for (String word : SPACE.split(text.toLowerCase(Locale.ROOT), 0)) {
      if (!word.isEmpty()) {
        all.add(condition(word).orElse(row -> mentions(row, word)));
      }
    }
    return new TrialFilter(text, row -> all.stream().allMatch(one -> one.test(row)));
  }

  private static Optional<Predicate<TrialRow>> condition(String word) {
    Matcher matcher = CONDITION.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double value;
    try {
      value = Double.parseDouble(matcher.group(3));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
    String sign = matcher.group(2);
    return List.of(TrialField.values()).stream()
        .filter(field -> field.kind() == TrialField.Kind.NUMBER)
        .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(matcher.group(1)))
        .findFirst()
        .map(field -> row -> holds(field.number(row), sign, value));
  }

  private static boolean holds(OptionalDouble number, String sign, double value) {
    if (number.isEmpty()) {
      return false;
    }
    int order = Double.compare(number.getAsDouble(), value);
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }

  private static boolean mentions(TrialRow row, String word) {
    for (TrialField field : TrialField.values()) {
      if (field.text(row).toLowerCase(Locale.ROOT).contains(word)) {
        return true;
      }
    }
    return false;
  }
}
