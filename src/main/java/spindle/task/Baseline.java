package spindle.task;

import java.util.List;

/// The score that word counting reaches on a task: what a design has to beat to be worth anything.
/// Where a text is to be written, the score of copying the given one.
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
    return switch (data.task().target()) {
      case Target.Classes _, Target.Score _ -> counting(data, split);
      case Target.Text _ -> copying(data.task().metric(), data.of(split));
    };
  }

  private static double copying(Metric metric, List<Example> scored) {
    return metric.ofTexts(
        scored.stream().map(Example::text).toList(),
        scored.stream().map(Example::reference).toList());
  }

  private static double counting(TaskData data, Split split) {
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
