package spindle.training;

import java.util.ArrayList;
import java.util.List;

/// What a trial predicts for the scored examples, as it is gathered.
final class Predictions {

  private final Corpus corpus;
  private final List<Double> predicted = new ArrayList<>();
  private final List<Double> labels = new ArrayList<>();
  private boolean finite = true;

  Predictions(Corpus corpus) {
    this.corpus = corpus;
  }

  /// Adds those of some examples.
  ///
  /// @param outputs of the head, row by row
  /// @param first row of the first example
  void add(List<EncodedExample> examples, float[] outputs, int first) {
    int width = corpus.outputs();
    for (int i = 0; i < examples.size(); i++) {
      for (int output = 0; output < width; output++) {
        finite &= Float.isFinite(outputs[(first + i) * width + output]);
      }
      predicted.add(corpus.prediction(outputs, first + i));
      labels.add(examples.get(i).label());
    }
  }

  /// Says whether all outputs so far were numbers.
  boolean areFinite() {
    return finite;
  }

  /// Returns the score, or NaN if an output was not a number.
  double score() {
    return finite ? corpus.task().metric().of(predicted, labels) : Double.NaN;
  }
}
