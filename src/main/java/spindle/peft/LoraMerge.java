package spindle.peft;

import java.nio.FloatBuffer;

/// Folds a trained LoRA update into the frozen projection: `W + B A`, so that inference costs
/// nothing extra.
///
/// Source: Hu et al., arXiv:2106.09685, section 4.1; the scale `alpha / r` is 1 here.
public final class LoraMerge {

  private LoraMerge() {}

  /// Returns the merged projection, row by row, `(out, in)`; each element is summed in double
  /// precision and rounded once.
  ///
  /// @param weight frozen projection, `(out, in)`
  /// @param down factor `A`, `(r, in)`
  /// @param up factor `B`, `(out, r)`
  /// @param rank inner dimension `r`, at least 1
  /// @throws IllegalArgumentException if the sizes do not fit each other
  public static float[] merge(FloatBuffer weight, FloatBuffer down, FloatBuffer up, int rank) {
    int inputs = down.remaining() / rank;
    int outputs = up.remaining() / rank;
    if (weight.remaining() != inputs * outputs) {
      throw new IllegalArgumentException(
          "a projection of %d weights cannot take factors of %d and %d at rank %d"
              .formatted(weight.remaining(), down.remaining(), up.remaining(), rank));
    }
    float[] merged = new float[inputs * outputs];
    for (int row = 0; row < outputs; row++) {
      for (int column = 0; column < inputs; column++) {
        double sum = weight.get(row * inputs + column);
        for (int k = 0; k < rank; k++) {
          sum += (double) up.get(row * rank + k) * down.get(k * inputs + column);
        }
        merged[row * inputs + column] = (float) sum;
      }
    }
    return merged;
  }
}
