package spindle.task;

import java.util.List;

/// The score that word counting reaches on a task: what a design has to beat to be worth anything.
///
/// A linear model over the words of each text, the words that both texts of a pair share, and the
/// share of shared words; logistic for classes, least squares for scores. It knows no order of
/// words. The result depends on the data only.
public final class Baseline {

  private Baseline() {}

  /// Returns the score on the confirmation split after training on the training split.
  public static double score(TaskData data) {
    return score(data, Split.CONFIRMATION);
  }

  /// Returns the score on a split after training on the training split, in the task's metric.
  ///
  /// @throws IllegalArgumentException if one of the splits is empty
  public static double score(TaskData data, Split split) {
    WordCounts counts = WordCounts.of(data.training());
    LinearModel model = new LinearModel(data.task().target(), counts.size());
    model.train(data.training().stream().map(counts::features).toList(), labels(data.training()));
    List<Example> scored = data.of(split);
    List<Double> predicted = scored.stream().map(counts::features).map(model::predict).toList();
    return data.task().metric().of(predicted, labels(scored));
  }

  private static List<Double> labels(List<Example> examples) {
    return examples.stream().map(Example::label).toList();
  }
}
