package spindle.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spindle.backbone.Decoding;
import spindle.peft.Head;
import spindle.task.Example;
import spindle.task.Target;
import spindle.task.Task;
import spindle.task.TextTask;

/// The encoded texts of a trial. Several trials may share one; it never changes.
///
/// @param task the problem
/// @param training training examples, in drawn order; scores are standardised
/// @param scored examples that give the score, in file order
/// @param center mean of the training scores, 0 for classes
/// @param spread standard deviation of the training scores, 1 for classes
/// @param writing how the answers are written, if they are texts to the backbone
record Corpus(
    Task task,
    List<EncodedExample> training,
    List<EncodedExample> scored,
    double center,
    double spread,
    Optional<Writing> writing) {

  /// How a corpus of source and target texts is scored.
  ///
  /// @param task reads what was written
  /// @param scored the scored examples as they stand in the data, in the order of the corpus
  /// @param tokenizer file of the backbone's tokenizer
  /// @param decoding how the decoder searches
  record Writing(TextTask task, List<Example> scored, Path tokenizer, Decoding decoding) {

    Writing {
      scored = List.copyOf(scored);
    }
  }

  Corpus {
    training = List.copyOf(training);
    scored = List.copyOf(scored);
  }

  /// Makes the corpus of a task; the scores that are trained on are given mean 0 and deviation 1,
  /// so that learning rates suit any scale.
  static Corpus of(Task task, List<EncodedExample> training, List<EncodedExample> scored) {
    return switch (task.target()) {
      case Target.Classes _ -> new Corpus(task, training, scored, 0, 1, Optional.empty());
      case Target.Score _ -> {
        double mean = training.stream().mapToDouble(EncodedExample::label).average().orElseThrow();
        double variance =
            training.stream()
                .mapToDouble(example -> (example.label() - mean) * (example.label() - mean))
                .average()
                .orElseThrow();
        double spread = variance > 0 ? Math.sqrt(variance) : 1;
        List<EncodedExample> standardised =
            training.stream()
                .map(example -> example.withLabel((example.label() - mean) / spread))
                .toList();
        yield new Corpus(task, standardised, scored, mean, spread, Optional.empty());
      }
      case Target.Text _ -> throw noHead(task);
    };
  }

  /// Makes the corpus of a task whose answers are written.
  static Corpus written(
      Writing writing, List<EncodedExample> training, List<EncodedExample> scored) {
    return new Corpus(writing.task().task(), training, scored, 0, 1, Optional.of(writing));
  }

  /// Returns the number of outputs that the task's head needs.
  int outputs() {
    return switch (task.target()) {
      case Target.Classes(List<String> labels) -> labels.size();
      case Target.Score _ -> 1;
      case Target.Text _ -> throw noHead(task);
    };
  }

  /// Returns what the task's head minimises.
  Head.Loss loss() {
    return switch (task.target()) {
      case Target.Classes _ -> Head.Loss.CLASSIFICATION;
      case Target.Score _ -> Head.Loss.REGRESSION;
      case Target.Text _ -> throw noHead(task);
    };
  }

  /// Returns the prediction of a row of outputs: the class of the greatest, or the score.
  double prediction(float[] outputs, int row) {
    return switch (task.target()) {
      case Target.Classes(List<String> labels) -> {
        int best = 0;
        int from = row * labels.size();
        for (int i = 1; i < labels.size(); i++) {
          if (outputs[from + i] > outputs[from + best]) {
            best = i;
          }
        }
        yield best;
      }
      case Target.Score _ -> outputs[row] * spread + center;
      case Target.Text _ -> throw noHead(task);
    };
  }

  /// Returns why a task cannot be learned with a head of classes or scores.
  static TrainingException noHead(Task task) {
    return new TrainingException(
        "the task "
            + task.name()
            + " asks for a text, which this backbone cannot write: choose a T5 or BART backbone, or"
            + " a task with classes or scores");
  }
}
