package spindle.ui.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Designs as points of several dimensions.
///
/// @param dimensions in the order that they are shown, at least two
/// @param rows the designs
public record Parallel(List<Dimension> dimensions, List<Row> rows) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there are fewer than two dimensions or a row has another
  ///   number of values
  public Parallel {
    dimensions = List.copyOf(dimensions);
    rows = List.copyOf(rows);
    if (dimensions.size() < 2) {
      throw new IllegalArgumentException("parallel coordinates need two dimensions");
    }
    for (Row row : rows) {
      if (row.size() != dimensions.size()) {
        throw new IllegalArgumentException(
            row.trial() + " has " + row.size() + " values for " + dimensions.size());
      }
    }
  }

  /// One dimension.
  ///
  /// @param name its title
  /// @param categories names of the values 0, 1, ...; empty for numbers
  public record Dimension(String name, List<String> categories) {
    /// Copies the names.
    public Dimension {
      categories = List.copyOf(categories);
    }
  }

  /// One design.
  public static final class Row {
    private final String trial;
    private final double[] values;

    /// Makes a design's row.
    ///
    /// @param trial names its training
    /// @param values one for each dimension; not a number where it has none
    public Row(String trial, double... values) {
      this.trial = trial;
      this.values = values.clone();
    }

    /// Returns the name of the training.
    public String trial() {
      return trial;
    }

    /// Returns the value in a dimension.
    public double value(int dimension) {
      return values[dimension];
    }

    int size() {
      return values.length;
    }
  }

  /// A range of one dimension that designs must lie in to stay chosen.
  ///
  /// @param dimension index of the dimension
  /// @param range values that are kept
  public record Brush(int dimension, Range range) {}

  /// Says whether a design lies in all brushes.
  public static boolean isChosen(Row row, List<Brush> brushes) {
    return brushes.stream().allMatch(b -> b.range().contains(row.value(b.dimension())));
  }

  /// Returns the designs that lie in all brushes.
  public List<Row> chosen(List<Brush> brushes) {
    return rows.stream().filter(row -> isChosen(row, brushes)).toList();
  }

  /// Returns the share of each design's value in the range of the last dimension, from 0 to 1.
  double[] ranks() {
    int last = dimensions.size() - 1;
    Axis axis = axis(last);
    return rows.stream()
        .mapToDouble(row -> axis.fraction(row.value(last)))
        .map(share -> Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0)
        .toArray();
  }

  /// Returns the vertical axis of a dimension.
  Axis axis(int dimension) {
    int categories = dimensions.get(dimension).categories().size();
    if (categories > 0) {
      return new Axis(Scale.LINEAR, new Range(-0.5, categories - 0.5));
    }
    DoubleStream values =
        rows.stream().mapToDouble(row -> row.value(dimension)).filter(Double::isFinite);
    Optional<Range> range =
        values
            .mapToObj(value -> new Range(value, value))
            .reduce((a, b) -> a.with(b.low()).with(b.high()));
    return Axis.around(Scale.LINEAR, range.orElse(new Range(0, 1)));
  }
}
