package spindle.task;

import java.util.List;

/// A task and its examples.
///
/// @param task the problem
/// @param training the training file, in file order, without the selection split
/// @param selection held out of the training file
/// @param confirmation the development file
public record TaskData(
    Task task, List<Example> training, List<Example> selection, List<Example> confirmation) {

  /// Copies the lists.
  public TaskData {
    training = List.copyOf(training);
    selection = List.copyOf(selection);
    confirmation = List.copyOf(confirmation);
  }

  /// Returns the examples of a split.
  public List<Example> of(Split split) {
    return switch (split) {
      case TRAINING -> training;
      case SELECTION -> selection;
      case CONFIRMATION -> confirmation;
    };
  }
}
