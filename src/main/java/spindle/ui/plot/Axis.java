package spindle.ui.plot;

import java.util.List;

/// One direction of a plot: which values it shows, and where each of them lies.
///
/// @param scale how values are mapped
/// @param range values that are shown; longer than 0, and above 0 on a log scale
public record Axis(Scale scale, Range range) {
  private static final double LEAST_SPAN = 1e-9;

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException if the scale cannot show it
  public Axis {
    if (!(range.length() > 0) || (scale == Scale.LOG && !(range.low() > 0))) {
      throw new IllegalArgumentException("an axis of scale " + scale + " cannot show " + range);
    }
  }

  /// Returns an axis whose ends are round values around all of a range, so that it stays as it is
  /// while values grow a little.
  public static Axis around(Scale scale, Range values) {
    return switch (scale) {
      case LINEAR, DURATION -> {
        Range wide = widened(values);
        double step = Ticks.niceStep(wide.length() / 5);
        double low = Math.floor(wide.low() / step + LEAST_SPAN) * step;
        double high = Math.ceil(wide.high() / step - LEAST_SPAN) * step;
        yield new Axis(scale, new Range(low, Math.max(high, low + step)));
      }
      case LOG -> {
        double high = Math.max(values.high(), Double.MIN_NORMAL);
        double low = Math.max(values.low(), high * 1e-12);
        yield new Axis(scale, low < high ? new Range(low, high) : new Range(low / 2, high * 2));
      }
    };
  }

  /// Returns an axis that begins a little before a range, though not below 0 unless the range does,
  /// and ends at a round value shortly after it, so that it rarely changes while values are added
  /// at the end.
  public static Axis from(Scale scale, Range values) {
    if (scale == Scale.LOG) {
      return around(scale, values);
    }
    Range wide = widened(values);
    double step = Ticks.niceStep(wide.length() / 40);
    double low = wide.low() - step / 2;
    double high = Math.ceil(wide.high() / step + 0.25) * step;
    return new Axis(scale, new Range(values.low() < 0 ? low : Math.max(0, low), high));
  }

  /// Returns an axis that shows exactly a range, widened if it is a single value.
  public static Axis exactly(Scale scale, Range values) {
    return scale == Scale.LOG ? around(scale, values) : new Axis(scale, widened(values));
  }

  private static Range widened(Range values) {
    double least = Math.max(Math.abs(values.high()), 1) * LEAST_SPAN;
    if (values.length() > least) {
      return values;
    }
    double half = values.high() == 0 ? 0.5 : Math.abs(values.high()) * 0.05;
    return new Range(values.low() - half, values.high() + half);
  }

  /// Returns where a value lies: 0 at the low end, 1 at the high end, beyond them outside. Not a
  /// number for a value that the scale cannot show.
  public double fraction(double value) {
    return switch (scale) {
      case LINEAR, DURATION -> (value - range.low()) / range.length();
      case LOG ->
          value > 0
              ? Math.log(value / range.low()) / Math.log(range.high() / range.low())
              : Double.NaN;
    };
  }

  /// Returns the value that lies at a fraction, the inverse of [#fraction(double)].
  public double value(double fraction) {
    return switch (scale) {
      case LINEAR, DURATION -> range.low() + fraction * range.length();
      case LOG -> range.low() * Math.pow(range.high() / range.low(), fraction);
    };
  }

  /// Returns this axis with the range stretched around a fixed fraction.
  ///
  /// @param factor below 1 to see less, above 1 to see more
  public Axis zoomed(double centre, double factor) {
    return showing(value(centre - centre * factor), value(centre + (1 - centre) * factor));
  }

  /// Returns this axis moved by a share of its length.
  public Axis panned(double share) {
    return showing(value(share), value(1 + share));
  }

  /// Keeps this axis where the wanted one would be too short for numbers to tell its ends apart.
  private Axis showing(double low, double high) {
    boolean wide = high - low > Math.max(Math.abs(low), Math.abs(high)) * LEAST_SPAN;
    return wide && Double.isFinite(high - low) ? new Axis(scale, new Range(low, high)) : this;
  }

  /// Returns about as many round values as wanted.
  public List<Tick> ticks(int wanted) {
    return Ticks.of(scale, range, wanted);
  }
}
