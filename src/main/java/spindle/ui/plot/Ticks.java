package spindle.ui.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Chooses round values to mark on an axis.
final class Ticks {
  private static final double[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400,
  };
  private static final String MINUS = "\u2212";

  private Ticks() {}

  /// Returns about as many ticks as wanted inside a range.
  static List<Tick> of(Scale scale, Range range, int wanted) {
    return switch (scale) {
      case LINEAR -> linear(range, niceStep(range.length() / Math.max(1, wanted)));
      case LOG -> logarithmic(range, wanted);
      case DURATION -> durations(range, durationStep(range.length() / Math.max(1, wanted)));
    };
  }

  /// Returns the least of 1, 2 and 5 times a power of ten that is not below a step.
  static double niceStep(double rough) {
    if (!(rough > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    double nice = share <= 1.0000001 ? 1 : share <= 2.0000001 ? 2 : share <= 5.0000001 ? 5 : 10;
    return nice * power;
  }

  private static List<Tick> linear(Range range, double step) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    List<Tick> ticks = new ArrayList<>();
    double slack = step * 1e-9;
    for (double k = Math.ceil((range.low() - slack) / step);
        k * step <= range.high() + slack;
        k++) {
      ticks.add(new Tick(k * step, label(k * step, decimals)));
    }
    return ticks;
  }

  /// Writes a number with that many decimals, without trailing zeros only if it is whole; thousands
  /// as `k`, millions as `M`.
  static String label(double value, int decimals) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return sign(value) + plain(size / 1e6, 6) + "M";
    }
    if (size >= 10_000) {
      return sign(value) + plain(size / 1e3, 3) + "k";
    }
    if (size != 0 && decimals > 6) {
      return sign(value) + powerOfTen(size);
    }
    BigDecimal fixed = BigDecimal.valueOf(size).setScale(decimals, RoundingMode.HALF_EVEN);
    return (fixed.signum() == 0 ? "" : sign(value)) + fixed.toPlainString();
  }

  private static String sign(double value) {
    return value < 0 ? MINUS : "";
  }

  private static String plain(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String powerOfTen(double size) {
    int exponent = (int) Math.floor(Math.log10(size) + 1e-9);
    return plain(size / Math.pow(10, exponent), 2)
        + "e"
        + (exponent < 0 ? MINUS : "")
        + Math.abs(exponent);
  }

  /// Marks powers of ten, and 2 and 5 times them where few powers are in sight.
  private static List<Tick> logarithmic(Range range, int wanted) {
    int first = (int) Math.floor(Math.log10(range.low()) + 1e-9);
    int last = (int) Math.ceil(Math.log10(range.high()) - 1e-9);
    int every = Math.max(1, (int) Math.ceil((last - first) / (double) Math.max(1, wanted)));
    double[] shares = range.high() / range.low() <= 101 ? new double[] {1, 2, 5} : new double[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      for (double share : shares) {
        double at = share * Math.pow(10, power);
        if (at >= range.low() * (1 - 1e-9) && at <= range.high() * (1 + 1e-9)) {
          ticks.add(new Tick(at, logLabel(at, power)));
        }
      }
    }
    return ticks;
  }

  private static String logLabel(double value, int power) {
    return power < -4 ? powerOfTen(value) : label(value, Math.max(0, -power));
  }

  private static double durationStep(double rough) {
    if (rough < 1) {
      return niceStep(rough);
    }
    for (double step : SECONDS) {
      if (step >= rough) {
        return step;
      }
    }
    return Math.ceil(rough / 86_400) * 86_400;
  }

  private static List<Tick> durations(Range range, double step) {
    if (step < 1) {
      return linear(range, step).stream()
          .map(tick -> new Tick(tick.at(), tick.label() + " s"))
          .toList();
    }
    List<Tick> ticks = new ArrayList<>();
    for (double k = Math.ceil(range.low() / step); k * step <= range.high(); k++) {
      ticks.add(new Tick(k * step, duration((long) (k * step))));
    }
    return ticks;
  }

  private static String duration(long seconds) {
    if (seconds == 0) {
      return "0";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds % 60 == 0
          ? seconds / 60 + " min"
          : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
    return seconds % 3600 == 0
        ? seconds / 3600 + " h"
        : "%d:%02d h".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
