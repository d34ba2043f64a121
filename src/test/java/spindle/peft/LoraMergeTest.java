package spindle.peft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LoraMergeTest {

  @Test
  void theMergedProjectionIsTheFrozenOnePlusTheProduct() {
    float[] merged =
        LoraMerge.merge(
            FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6}), // (2, 3)
            FloatBuffer.wrap(new float[] {1, 0, 2}), // (1, 3)
            FloatBuffer.wrap(new float[] {10, 100}), // (2, 1)
            1);
    assertArrayEquals(new float[] {11, 2, 23, 104, 5, 206}, merged);
  }

  @Test
  void theMergedProjectionComputesWhatTheTwoComputed() {
    SplittableRandom random = new SplittableRandom(3);
    float[] weight = numbers(random, 5 * 7);
    float[] down = numbers(random, 3 * 7);
    float[] up = numbers(random, 5 * 3);
    float[] x = numbers(random, 7);
    float[] merged =
        LoraMerge.merge(FloatBuffer.wrap(weight), FloatBuffer.wrap(down), FloatBuffer.wrap(up), 3);
    for (int row = 0; row < 5; row++) {
      double apart = 0;
      double together = 0;
      for (int column = 0; column < 7; column++) {
        together += (double) merged[row * 7 + column] * x[column];
        apart += (double) weight[row * 7 + column] * x[column];
        for (int k = 0; k < 3; k++) {
          apart += (double) up[row * 3 + k] * down[k * 7 + column] * x[column];
        }
      }
      assertEquals(apart, together, 1e-5);
    }
  }

  @Test
  void factorsOfAnotherSizeAreRefused() {
    FloatBuffer six = FloatBuffer.allocate(6);
    assertThrows(IllegalArgumentException.class, () -> LoraMerge.merge(six, six, six, 1));
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
