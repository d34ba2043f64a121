package spindle.task;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The numbers that a score is written as: multiples of a step, with as many decimals as the step.
///
/// The step is a 25th of the range, rounded up to 1, 2 or 5 times a power of ten: 0.2 for 0 to 5,
/// as T5 writes STS-B. Halves round to the even multiple.
///
/// @param range of the scores
/// @param step between two numbers, above 0
record Steps(Target.Score range, BigDecimal step) {

  private static final int PARTS = 25;

  /// How far below the range a text that is no score counts, as a share of the range.
  private static final double BELOW = 0.2;

  /// Returns the steps of a range.
  static Steps of(Target.Score range) {
    double part = (range.most() - range.least()) / PARTS;
    if (part <= 0) {
      return new Steps(range, BigDecimal.ONE);
    }
    BigDecimal least = BigDecimal.valueOf(part).stripTrailingZeros();
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
    for (int factor : new int[] {1, 2, 5}) {
      BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
      if (step.compareTo(least) >= 0) {
        return new Steps(range, step);
      }
    }
    return new Steps(range, power.scaleByPowerOfTen(1));
  }

  /// Returns the nearest number as a text, such as `3.8`.
  String text(double score) {
    double perUnit = 1 / step.doubleValue();
    BigDecimal multiple = BigDecimal.valueOf(Math.rint(score * perUnit)).multiply(step);
    return multiple.setScale(Math.max(0, step.scale()), RoundingMode.HALF_EVEN).toPlainString();
  }

  /// Returns the score that a text says, or one below the range if it says none in the range or
  /// less than half a step outside.
  double read(String text) {
    String number = text.strip();
    if (LabelCode.NUMBER.matcher(number).matches()) {
      double score = Double.parseDouble(number);
      double slack = step.doubleValue() / 2;
      if (score >= range.least() - slack && score <= range.most() + slack) {
        return score;
      }
    }
    return range.least() - BELOW * (range.most() - range.least());
  }
}
