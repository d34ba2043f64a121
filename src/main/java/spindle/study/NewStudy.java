package spindle.study;

import java.util.List;
import java.util.Optional;
import spindle.design.Budget;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.task.Task;
import spindle.task.TaskCatalog;
import spindle.task.TaskSource;
import spindle.task.Tasks;

/// A study as it is asked for, before its tasks have been looked at.
///
/// @param backbone what is tuned
/// @param tasks on what, at least one
/// @param budget share of the backbone's parameters that a design may train
/// @param settings how a trial is trained
/// @param groups number of groups `K`
/// @param order dimensions in the order in which they are decided
/// @param protocol how candidates are compared
/// @param seed of every random choice
public record NewStudy(
    BackboneInfo backbone,
    List<TaskSource> tasks,
    Budget budget,
    TrainingSettings settings,
    int groups,
    List<StageKind> order,
    Protocol protocol,
    Seed seed) {

  /// Copies the lists.
  public NewStudy {
    tasks = List.copyOf(tasks);
    order = List.copyOf(order);
  }

  /// Returns its plan. Files of tasks are read, so that a broken one is told of before the study is
  /// made.
  ///
  /// @throws spindle.task.TaskException if a task cannot be read
  /// @throws IllegalArgumentException naming what does not fit together
  public StudyPlan plan() {
    return plan(Optional.empty());
  }

  /// Returns its plan, as above.
  ///
  /// @param border first layer of the decoder, counted from 0, if encoder and decoder are grouped
  ///   as two stacks, each into half of the groups
  public StudyPlan plan(Optional<Integer> border) {
    tasks.stream().filter(TaskSource::asksForText).findFirst().ifPresent(this::requireDecoder);
    List<StudyTask> read = tasks.stream().map(s -> StudyTask.of(s, task(s))).toList();
    Subject subject =
        new Subject(
            backbone.name(),
            backbone.shape(),
            read,
            budget,
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            settings);
    return new StudyPlan(subject, groups, order, protocol, seed, border);
  }

  private void requireDecoder(TaskSource task) {
    if (backbone.shape().border().isEmpty()) {
      throw new IllegalArgumentException(
          "the backbone %s has no decoder to write the texts that %s asks for; choose a BART or a T5, or another task"
              .formatted(backbone.name(), task.name()));
    }
  }

  private Task task(TaskSource source) {
    return switch (source) {
      case TaskSource.Practice(String name) -> TaskCatalog.find(name).task();
      case TaskSource.Glue _, TaskSource.Labelled _, TaskSource.Texts _ ->
          Tasks.read(source, seed.generator()).task();
    };
  }
}
