package spindle.study;

import spindle.task.Target;
import spindle.task.Task;
import spindle.task.TaskSource;

/// A task of a study.
///
/// @param source where it comes from
/// @param floor the score of guessing, which a diverged design gets
public record StudyTask(TaskSource source, double floor) {

  /// Returns a task with the score of guessing: one of the classes for accuracy, 0 for F1, the
  /// correlations and texts.
  public static StudyTask of(TaskSource source, Task task) {
    return new StudyTask(
        source,
        switch (task.metric()) {
          case ACCURACY ->
              switch (task.target()) {
                case Target.Classes classes -> 1.0 / classes.labels().size();
                case Target.Score _, Target.Text _ -> 0;
              };
          case F1, MATTHEWS, PEARSON, SPEARMAN -> 0;
          case ROUGE_1, ROUGE_2, ROUGE_L, BLEU, EXACT_MATCH -> 0;
        });
  }
}
