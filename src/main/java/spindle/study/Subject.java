package spindle.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.task.TaskSource;

/// What a study tunes, on what and within what: the same for all its trials.
///
/// @param backbone `bundled` or the path of a Hugging Face folder
/// @param shape its sizes
/// @param tasks at least one; names differ
/// @param budget share of the parameters that a design may train
/// @param spending how a layer's share becomes sizes
/// @param options forms in which the strategies are built
/// @param settings how a trial is trained
public record Subject(
    String backbone,
    BackboneShape shape,
    List<StudyTask> tasks,
    Budget budget,
    Spending spending,
    ModuleOptions options,
    TrainingSettings settings) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no task or two have one name
  public Subject {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("a study needs at least one task");
    }
    Set<String> names = new HashSet<>();
    for (StudyTask task : tasks) {
      if (!names.add(task.source().name())) {
        throw new IllegalArgumentException("two tasks are called " + task.source().name());
      }
    }
  }

  /// Returns the number `N` of parameters that a design may train.
  public long parameters() {
    return budget.parameters(shape);
  }

  /// Returns the tasks' sources, in order.
  public List<TaskSource> sources() {
    return tasks.stream().map(StudyTask::source).toList();
  }
}
