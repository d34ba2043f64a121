package spindle.task;

import java.util.List;
import java.util.stream.Stream;

/// A labelled problem.
///
/// @param name its usual name, such as `SST-2`
/// @param target what it asks for
/// @param metric the one number that designs are ranked by
public record Task(String name, Target target, Metric metric) {

  /// Checks that the metric measures what the task asks for.
  ///
  /// @throws IllegalArgumentException if it measures texts and the task asks for none, or the other
  ///   way round
  public Task {
    if (metric.measuresTexts() != target instanceof Target.Text) {
      throw new IllegalArgumentException(metric + " is no metric of " + target);
    }
  }

  /// Returns the metrics that say something about the task, the one for ranking first.
  public List<Metric> metrics() {
    List<Metric> others =
        switch (target) {
          case Target.Classes(List<String> labels) when labels.size() == 2 ->
              List.of(Metric.ACCURACY, Metric.F1, Metric.MATTHEWS);
          case Target.Classes _ -> List.of(Metric.ACCURACY, Metric.MATTHEWS);
          case Target.Score _ -> List.of(Metric.SPEARMAN, Metric.PEARSON);
          case Target.Text _ ->
              List.of(
                  Metric.ROUGE_1, Metric.ROUGE_2, Metric.ROUGE_L, Metric.BLEU, Metric.EXACT_MATCH);
        };
    return Stream.concat(Stream.of(metric), others.stream().filter(other -> other != metric))
        .toList();
  }
}
