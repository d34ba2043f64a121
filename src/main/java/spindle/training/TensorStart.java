package spindle.training;

import java.nio.FloatBuffer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import spindle.peft.Initial;
import spindle.peft.TrainableTensor;
import spindle.study.LearningRates;
import spindle.study.Seed;

/// What a trained tensor starts from and how fast it is trained.
final class TensorStart {

  private TensorStart() {}

  /// Returns the values of a tensor before the first step. Each tensor has a generator of its own,
  /// named by the tensor, so that its values do not depend on what else is trained.
  ///
  /// @param backbone gives the values of a tensor of the backbone
  static float[] initial(
      TrainableTensor tensor, Seed seed, Function<String, FloatBuffer> backbone) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    RandomGenerator random = seed.with("tensor", tensor.name()).generator();
    switch (tensor.initial()) {
      case Initial.Zero() -> {}
      case Initial.Normal(double deviation) -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (random.nextGaussian() * deviation);
        }
      }
      case Initial.Uniform(double bound) -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextDouble(-bound, bound);
        }
      }
      case Initial.CopyOf(String name) -> backbone.apply(name).get(0, values);
    }
    return values;
  }

  /// Returns the peak learning rate of a tensor.
  static double rate(TrainableTensor tensor, LearningRates rates) {
    return switch (tensor.owner()) {
      case ADAPTER -> rates.adapter();
      case PREFIX -> rates.prefix();
      case BITFIT -> rates.bitfit();
      case LORA -> rates.lora();
      case HEAD -> rates.head();
      case BACKBONE -> rates.full();
    };
  }
}
