package spindle.task;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A linear model on sparse features: one output for a score, one for each class.
///
/// Trained by stochastic gradient descent with rates by coordinate (Duchi, Hazan, Singer, "Adaptive
/// Subgradient Methods", JMLR 12, 2011) and a small squared penalty; always in the same order.
final class LinearModel {

  private static final int EPOCHS = 10;
  private static final double RATE = 0.3;
  private static final double PENALTY = 1e-4;

  private final Target target;
  private final double[][] weights;
  private final double[][] squares;

  /// @param features number of features; one more is always 1
  LinearModel(Target target, int features) {
    this.target = target;
    int outputs =
        switch (target) {
          case Target.Classes(List<String> labels) -> labels.size();
          case Target.Score _ -> 1;
          case Target.Text _ -> throw noText();
        };
    this.weights = new double[outputs][features + 1];
    this.squares = new double[outputs][features + 1];
  }

  /// Fits the weights to the labels of some examples.
  void train(List<Features> examples, List<Double> labels) {
    RandomGenerator random = new SplittableRandom(1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i : Draw.order(examples.size(), random)) {
        step(examples.get(i), labels.get(i));
      }
    }
  }

  /// Returns the most likely class, or the score.
  double predict(Features features) {
    double[] outputs = outputs(features);
    return switch (target) {
      case Target.Classes _ -> best(outputs);
      case Target.Score _ -> outputs[0];
      case Target.Text _ -> throw noText();
    };
  }

  private void step(Features features, double label) {
    double[] errors = outputs(features);
    switch (target) {
      case Target.Classes _ -> {
        toProbabilities(errors);
        errors[(int) label] -= 1;
      }
      case Target.Score(double least, double most) ->
          errors[0] = (errors[0] - label) / Math.max(most - least, Double.MIN_NORMAL);
      case Target.Text _ -> throw noText();
    }
    for (int k = 0; k < errors.length; k++) {
      for (int j = 0; j < features.indices().length; j++) {
        move(k, features.indices()[j], errors[k] * features.values()[j]);
      }
      move(k, weights[k].length - 1, errors[k]);
    }
  }

  private void move(int output, int feature, double slope) {
    double gradient = slope + PENALTY * weights[output][feature];
    squares[output][feature] += gradient * gradient;
    weights[output][feature] -= RATE * gradient / (1e-8 + Math.sqrt(squares[output][feature]));
  }

  private double[] outputs(Features features) {
    double[] outputs = new double[weights.length];
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = weights[k][weights[k].length - 1];
      for (int j = 0; j < features.indices().length; j++) {
        outputs[k] += weights[k][features.indices()[j]] * features.values()[j];
      }
    }
    return outputs;
  }

  private static IllegalArgumentException noText() {
    return new IllegalArgumentException("a linear model writes no texts");
  }

  private static int best(double[] outputs) {
    int best = 0;
    for (int k = 1; k < outputs.length; k++) {
      best = outputs[k] > outputs[best] ? k : best;
    }
    return best;
  }

  private static void toProbabilities(double[] outputs) {
    double most = Arrays.stream(outputs).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = Math.exp(outputs[k] - most);
      sum += outputs[k];
    }
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] /= sum;
    }
  }
}
