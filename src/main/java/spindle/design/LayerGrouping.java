package spindle.design;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An ordered partition of a backbone's layers into groups of consecutive layers.
///
/// Layers and groups are counted from 0; the paper's `G1` is group 0.
///
/// @param sizes number of layers in each group, first group nearest the input; never empty, each
///   entry at least 1
public record LayerGrouping(List<Integer> sizes) {

  /// The most layers that a backbone may have, far above any published one.
  static final int MOST_LAYERS = 1000;

  /// Copies the sizes and checks them.
  ///
  /// @throws IllegalArgumentException if there is no group, a group has no layer or there are more
  ///   than 1000 layers
  public LayerGrouping {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("a grouping needs at least one group");
    }
    if (sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("every group needs at least one layer: " + sizes);
    }
    if (sizes.stream().mapToLong(Integer::longValue).sum() > MOST_LAYERS) {
      throw new IllegalArgumentException(
          "a grouping has at most " + MOST_LAYERS + " layers: " + sizes);
    }
  }

  /// Returns the grouping of the given sizes.
  public static LayerGrouping of(int... sizes) {
    return new LayerGrouping(IntStream.of(sizes).boxed().toList());
  }

  /// Returns the grouping of S0: every layer is a group of its own.
  public static LayerGrouping perLayer(int layers) {
    return new LayerGrouping(Collections.nCopies(layers, 1));
  }

  /// Returns the grouping whose sizes are nearest, in least squares, to given proportions.
  ///
  /// Of two equally near ones it is the one with the larger earlier group.
  ///
  /// @param layers layers to divide, at least one for each proportion
  /// @param proportions one positive number for each group, of any sum
  /// @throws IllegalArgumentException if there are fewer layers than groups
  public static LayerGrouping proportional(int layers, List<Integer> proportions) {
    if (layers < proportions.size()) {
      throw new IllegalArgumentException(
          layers + " layers do not make " + proportions.size() + " groups");
    }
    return new LayerGrouping(Proportions.nearest(layers, proportions));
  }

  /// Draws one of all groupings of some layers into some groups, each equally likely.
  ///
  /// @throws IllegalArgumentException if there are fewer layers than groups
  public static LayerGrouping sample(int layers, int groups, RandomGenerator random) {
    return Compositions.at(
        layers, groups, UniformIndex.below(Compositions.count(layers, groups), random));
  }

  /// Returns the number of groups `K`.
  public int groups() {
    return sizes.size();
  }

  /// Returns the number of layers `L`.
  public int layers() {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }

  /// Returns the first layer of a group.
  public int startOf(int group) {
    return sizes.subList(0, group).stream().mapToInt(Integer::intValue).sum();
  }

  /// Returns the layers of a group, in forward order.
  public List<Integer> layersOf(int group) {
    int start = startOf(group);
    return IntStream.range(start, start + sizes.get(group)).boxed().toList();
  }

  /// Returns the group of a layer.
  ///
  /// @throws IllegalArgumentException if there is no such layer
  public int groupOf(int layer) {
    int end = 0;
    for (int group = 0; group < sizes.size() && layer >= 0; group++) {
      end += sizes.get(group);
      if (layer < end) {
        return group;
      }
    }
    throw new IllegalArgumentException("no layer " + layer + " in " + this);
  }

  /// Returns the groups before a layer; empty if no group begins at the layer or none is before.
  public Optional<LayerGrouping> before(int layer) {
    return layer > 0 && layer < layers() && startOf(groupOf(layer)) == layer
        ? Optional.of(new LayerGrouping(sizes.subList(0, groupOf(layer))))
        : Optional.empty();
  }

  /// Returns the groups from a layer on; empty if no group begins at the layer or none is before.
  public Optional<LayerGrouping> from(int layer) {
    return before(layer)
        .map(first -> new LayerGrouping(sizes.subList(first.groups(), sizes.size())));
  }

  /// Returns these groups and then those of another grouping.
  ///
  /// @throws IllegalArgumentException if there are more than 1000 layers in all
  public LayerGrouping followedBy(LayerGrouping next) {
    return new LayerGrouping(Stream.concat(sizes.stream(), next.sizes.stream()).toList());
  }

  /// Returns the grouping of the same proportions for another depth.
  ///
  /// @throws IllegalArgumentException if there are fewer layers than groups
  public LayerGrouping scaledTo(int layers) {
    return proportional(layers, sizes);
  }

  /// Returns the sizes as `(2,4,4,2)`.
  @Override
  public String toString() {
    return sizes.toString().replace(" ", "").replace('[', '(').replace(']', ')');
  }
}
