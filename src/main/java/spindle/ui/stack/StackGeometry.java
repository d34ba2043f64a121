package spindle.ui.stack;

import java.util.List;

/// Where the layers and boundaries of a strip lie: equally wide columns, a narrow gap inside a
/// group and a wide one, with a handle, between groups.
///
/// @param sizes number of layers in each group
/// @param width of the strip in pixels
record StackGeometry(List<Integer> sizes, double width) {
  private static final double WIDE = 18;
  private static final double MOST_GAP = 6;

  StackGeometry {
    sizes = List.copyOf(sizes);
  }

  int layers() {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }

  /// Returns the gap between columns of one group: a tenth of a column's room, at most 6.
  double gap() {
    return Math.min(MOST_GAP, width / layers() * 0.1);
  }

  /// Returns the width of a column, at least 1.
  double column() {
    int within = layers() - sizes.size();
    int between = sizes.size() - 1;
    return Math.max(1, (width - within * gap() - between * WIDE) / layers());
  }

  /// Returns the left edge of a layer's column.
  double columnX(int layer) {
    int before = groupsBefore(layer);
    return layer * (column() + gap()) + before * (WIDE - gap());
  }

  private int groupsBefore(int layer) {
    int end = 0;
    for (int group = 0; group < sizes.size(); group++) {
      end += sizes.get(group);
      if (layer < end) {
        return group;
      }
    }
    throw new IllegalArgumentException("no layer " + layer + " in " + sizes);
  }

  /// Returns the first layer of a group.
  int start(int group) {
    return sizes.subList(0, group).stream().mapToInt(Integer::intValue).sum();
  }

  /// Returns the left edge of a group.
  double groupX(int group) {
    return columnX(start(group));
  }

  /// Returns the width of a group.
  double groupWidth(int group) {
    int size = sizes.get(group);
    return size * column() + (size - 1) * gap();
  }

  /// Returns the middle of the gap after a group.
  double boundaryX(int boundary) {
    return groupX(boundary + 1) - WIDE / 2;
  }

  /// Returns the number of layers before the place between two layers that is nearest to an x. Does
  /// not depend on where the boundaries are, so a boundary that is dragged does not jump.
  int layersBefore(double x) {
    return Math.clamp(Math.round(x / width * layers()), 0, layers());
  }

  /// Returns the layer whose column is at an x, or the nearest one.
  int layerAt(double x) {
    int best = 0;
    for (int layer = 0; layer < layers(); layer++) {
      if (columnX(layer) - gap() / 2 <= x) {
        best = layer;
      }
    }
    return best;
  }
}
