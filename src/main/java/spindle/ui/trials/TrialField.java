package spindle.ui.trials;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import spindle.ui.Texts;

/// A field of a training: a column of the table, a line of a comparison, a word of a filter.
public enum TrialField {
  /// Number in the study.
  NUMBER,
  /// Dimension that it was trained for.
  DIMENSION,
  /// Candidate that its design obeys.
  CANDIDATE,
  /// Task that it was trained on.
  TASK,
  /// Sizes of the groups.
  GROUPING,
  /// Pattern of the allocation.
  ALLOCATION,
  /// Tuned groups.
  TUNED,
  /// Strategies of each group.
  STRATEGIES,
  /// Trainable parameters.
  PARAMETERS,
  /// Score.
  SCORE,
  /// Time that it took.
  TIME,
  /// How it stands.
  STATE;

  private static final String NOTHING = "\u2013";

  /// What a field holds.
  public enum Kind {
    /// Words.
    TEXT,
    /// A number.
    NUMBER
  }

  /// Returns what the field holds.
  public Kind kind() {
    return switch (this) {
      case NUMBER, PARAMETERS, SCORE, TIME -> Kind.NUMBER;
      case DIMENSION, CANDIDATE, TASK, GROUPING, ALLOCATION, TUNED, STRATEGIES, STATE -> Kind.TEXT;
    };
  }

  /// Returns the field of a training as it is shown.
  public String text(TrialRow row) {
    return switch (this) {
      case NUMBER -> Integer.toString(row.number());
      case DIMENSION -> row.dimension();
      case CANDIDATE -> row.candidate();
      case TASK -> row.task();
      case GROUPING -> row.grouping();
      case ALLOCATION -> row.allocation();
      case TUNED -> row.tuned();
      case STRATEGIES -> row.strategies();
      case PARAMETERS -> Texts.count(row.parameters());
      case SCORE -> row.score().isPresent() ? fixed("%.4f", row.score().getAsDouble()) : NOTHING;
      case TIME -> fixed("%.1f s", row.time().toMillis() / 1e3);
      case STATE -> row.state();
    };
  }

  private static String fixed(String form, double number) {
    return String.format(Locale.ROOT, form, number);
  }

  /// Returns the field of a training as a number, if it has one.
  public OptionalDouble number(TrialRow row) {
    return switch (this) {
      case NUMBER -> OptionalDouble.of(row.number());
      case PARAMETERS -> OptionalDouble.of((double) row.parameters());
      case SCORE -> row.score();
      case TIME -> OptionalDouble.of(row.time().toMillis() / 1e3);
      case DIMENSION, CANDIDATE, TASK, GROUPING, ALLOCATION, TUNED, STRATEGIES, STATE ->
          OptionalDouble.empty();
    };
  }

  /// Returns the title of the field.
  public String title() {
    return Texts.of("trial." + name().toLowerCase(Locale.ROOT));
  }

  /// Returns what the field means, in a sentence with its source.
  public String tip() {
    return Texts.of("trial." + name().toLowerCase(Locale.ROOT) + ".tip");
  }

  /// Returns the order of the field: numbers by size, those without first; words by their letters.
  public Comparator<TrialRow> order() {
    return switch (kind()) {
      case TEXT -> Comparator.comparing(this::text, String.CASE_INSENSITIVE_ORDER);
      case NUMBER ->
          Comparator.comparingDouble(row -> number(row).orElse(Double.NEGATIVE_INFINITY));
    };
  }
}
