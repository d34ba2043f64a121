package spindle.task;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A measure of predictions, the higher the better: of classes and scores as GLUE defines it, of
/// written texts as `rouge_score` and `sacrebleu` compute it.
public enum Metric {
  /// Share of right classes, in `[0, 1]`.
  ACCURACY,
  /// Harmonic mean of precision and recall of class 1, in `[0, 1]`.
  F1,
  /// Matthews correlation, in `[-1, 1]`.
  MATTHEWS,
  /// Linear correlation, in `[-1, 1]`.
  PEARSON,
  /// Rank correlation, in `[-1, 1]`.
  SPEARMAN,
  /// Mean F1 of shared words, in `[0, 1]`; see [Rouge].
  ROUGE_1,
  /// Mean F1 of shared pairs of words, in `[0, 1]`; see [Rouge].
  ROUGE_2,
  /// Mean F1 of the longest common subsequence of words, in `[0, 1]`; see [Rouge].
  ROUGE_L,
  /// BLEU of all texts together, in `[0, 1]`: a hundredth of what `sacrebleu` prints; see [Bleu].
  BLEU,
  /// Share of texts that equal their references but for blanks, in `[0, 1]`.
  EXACT_MATCH;

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /// Returns whether it measures written texts, by [#ofTexts]; else classes or scores, by [#of].
  public boolean measuresTexts() {
    return switch (this) {
      case ACCURACY, F1, MATTHEWS, PEARSON, SPEARMAN -> false;
      case ROUGE_1, ROUGE_2, ROUGE_L, BLEU, EXACT_MATCH -> true;
    };
  }

  /// Returns the score of some written texts.
  ///
  /// @param written a text for each example; may be empty
  /// @param references the right texts of the same examples
  /// @throws IllegalArgumentException if the lengths differ, there are no examples, or this is a
  ///   metric of classes or scores
  public double ofTexts(List<String> written, List<String> references) {
    if (written.size() != references.size() || written.isEmpty()) {
      throw new IllegalArgumentException(
          written.size() + " texts for " + references.size() + " references");
    }
    return switch (this) {
      case ROUGE_1 -> Rouge.shared(1, written, references);
      case ROUGE_2 -> Rouge.shared(2, written, references);
      case ROUGE_L -> Rouge.longest(written, references);
      case BLEU -> Bleu.of(written, references);
      case EXACT_MATCH -> equal(written, references);
      case ACCURACY, F1, MATTHEWS, PEARSON, SPEARMAN ->
          throw new IllegalArgumentException(this + " measures no texts");
    };
  }

  /// Returns a text with single blanks between its words and none around it.
  static String words(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static double equal(List<String> written, List<String> references) {
    long equal =
        IntStream.range(0, written.size())
            .filter(i -> words(written.get(i)).equals(words(references.get(i))))
            .count();
    return (double) equal / written.size();
  }

  /// Returns the score of some predictions.
  ///
  /// Zero where the formula has no value: an F1 without a true positive, and a correlation with
  /// labels or predictions that are all the same.
  ///
  /// @param predicted a class index or a score for each example
  /// @param labels the labels of the same examples
  /// @throws IllegalArgumentException if the lengths differ, there are no examples, a value is no
  ///   finite number, or this is a metric of texts
  public double of(List<Double> predicted, List<Double> labels) {
    return score(numbers(predicted), numbers(labels));
  }

  private double score(double[] predicted, double[] labels) {
    requireNumbers(predicted, labels);
    return switch (this) {
      case ACCURACY -> Agreement.accuracy(predicted, labels);
      case F1 -> Agreement.f1(predicted, labels);
      case MATTHEWS -> Agreement.matthews(predicted, labels);
      case PEARSON -> Correlation.pearson(predicted, labels);
      case SPEARMAN -> Correlation.spearman(predicted, labels);
      case ROUGE_1, ROUGE_2, ROUGE_L, BLEU, EXACT_MATCH ->
          throw new IllegalArgumentException(this + " measures texts");
    };
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void requireNumbers(double[] predicted, double[] labels) {
    if (predicted.length != labels.length || predicted.length == 0) {
      throw new IllegalArgumentException(
          predicted.length + " predictions for " + labels.length + " labels");
    }
    for (int i = 0; i < predicted.length; i++) {
      if (!Double.isFinite(predicted[i]) || !Double.isFinite(labels[i])) {
        throw new IllegalArgumentException(
            "example " + i + " has no number: " + predicted[i] + " for " + labels[i]);
      }
    }
  }
}
