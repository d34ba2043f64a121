package spindle.training;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import spindle.peft.Initial;
import spindle.peft.Owner;
import spindle.peft.TrainableTensor;
import spindle.study.LearningRates;
import spindle.study.Seed;

/// The vector of all trained scalars, and the vectors of their learning rates and decays.
///
/// @param tensors what the vector holds, in order
record ParameterVector(List<TrainableTensor> tensors) {

  ParameterVector {
    tensors = List.copyOf(tensors);
  }

  /// Returns the number of scalars.
  ///
  /// @throws ArithmeticException if there are more than an array can hold
  int size() {
    return Math.toIntExact(tensors.stream().mapToLong(TrainableTensor::size).sum());
  }

  /// Returns the values before the first step. Each tensor has a generator of its own, named by the
  /// tensor, so that its values do not depend on what else is trained.
  ///
  /// @param backbone gives the values of a tensor of the backbone
  float[] initial(Seed seed, Function<String, FloatBuffer> backbone) {
    float[] values = new float[size()];
    int from = 0;
    for (TrainableTensor tensor : tensors) {
      int to = from + Math.toIntExact(tensor.size());
      RandomGenerator random = seed.with("tensor", tensor.name()).generator();
      switch (tensor.initial()) {
        case Initial.Zero() -> {}
        case Initial.Normal(double deviation) -> {
          for (int i = from; i < to; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
          }
        }
        case Initial.Uniform(double bound) -> {
          for (int i = from; i < to; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
          }
        }
        case Initial.CopyOf(String name) -> backbone.apply(name).get(0, values, from, to - from);
      }
      from = to;
    }
    return values;
  }

  /// Returns the peak learning rate of each scalar.
  float[] rates(LearningRates rates) {
    return perScalar(tensor -> rate(tensor.owner(), rates));
  }

  /// Returns the weight decay of each scalar: 0 for biases and norms.
  float[] decays(double decay) {
    return perScalar(tensor -> tensor.isUndecayed() ? 0 : decay);
  }

  private float[] perScalar(ToDoubleFunction<TrainableTensor> value) {
    float[] values = new float[size()];
    int from = 0;
    for (TrainableTensor tensor : tensors) {
      int to = from + Math.toIntExact(tensor.size());
      Arrays.fill(values, from, to, (float) value.applyAsDouble(tensor));
      from = to;
    }
    return values;
  }

  private static double rate(Owner owner, LearningRates rates) {
    return switch (owner) {
      case ADAPTER -> rates.adapter();
      case PREFIX -> rates.prefix();
      case BITFIT -> rates.bitfit();
      case LORA -> rates.lora();
      case HEAD -> rates.head();
      case BACKBONE -> rates.full();
    };
  }
}
