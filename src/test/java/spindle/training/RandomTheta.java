package spindle.training;

import java.util.SplittableRandom;
import spindle.backbone.Backbone;
import spindle.peft.Initial;
import spindle.peft.TrainableTensor;
import spindle.program.TensorProgram;

/// Random trained values.
public final class RandomTheta {

  private RandomTheta() {}

  /// Returns a program's trained scalars: normal numbers of deviation 0.1; for copies the
  /// backbone's.
  public static float[] of(TensorProgram program, Backbone backbone) {
    float[] theta = new float[Math.toIntExact(program.trainedScalars())];
    SplittableRandom random = new SplittableRandom(7);
    int from = 0;
    for (TrainableTensor tensor : program.trainables()) {
      int to = from + Math.toIntExact(tensor.size());
      for (int i = from; i < to; i++) {
        theta[i] = (float) (0.1 * random.nextGaussian());
      }
      if (tensor.initial() instanceof Initial.CopyOf(String name)) {
        backbone.tensor(name).floats().get(0, theta, from, to - from);
      }
      from = to;
    }
    return theta;
  }
}
