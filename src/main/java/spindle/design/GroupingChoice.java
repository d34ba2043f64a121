package spindle.design;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a design space says about layer groupings.
public sealed interface GroupingChoice {

  /// Every layer is a group of its own, as in S0.
  record PerLayer() implements GroupingChoice {}

  /// Any grouping into some groups, each equally likely.
  ///
  /// @param groups number of groups `K`
  record Free(int groups) implements GroupingChoice {}

  /// Any grouping of a pattern, each equally likely.
  ///
  /// @param pattern the pattern
  /// @param groups number of groups `K`
  record Patterned(GroupingPattern pattern, int groups) implements GroupingChoice {}

  /// One grouping.
  ///
  /// @param grouping the grouping
  record Fixed(LayerGrouping grouping) implements GroupingChoice {}

  /// Encoder and decoder as two stacks, each with groups of its own, the encoder's first.
  ///
  /// @param encoder groupings of the layers before the border
  /// @param border first layer of the decoder, counted from 0
  /// @param decoder groupings of the layers from the border on
  record Stacks(GroupingChoice encoder, int border, GroupingChoice decoder)
      implements GroupingChoice {
    /// Checks that there are two stacks.
    ///
    /// @throws IllegalArgumentException if the border leaves no encoder or a stack is itself two
    public Stacks {
      if (border < 1) {
        throw new IllegalArgumentException("a decoder begins at layer 1 or later, not " + border);
      }
      if (encoder instanceof Stacks || decoder instanceof Stacks) {
        throw new IllegalArgumentException("a backbone has at most two stacks");
      }
    }
  }

  /// Returns the number of groups that every grouping of the choice has.
  ///
  /// @param layers layers of the backbone
  default int groups(int layers) {
    return switch (this) {
      case PerLayer() -> layers;
      case Free(int groups) -> groups;
      case Patterned(GroupingPattern _, int groups) -> groups;
      case Fixed(LayerGrouping grouping) -> grouping.groups();
      case Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          encoder.groups(border) + decoder.groups(layers - border);
    };
  }

  /// Returns the number of groupings to choose from.
  ///
  /// @param layers layers of the backbone
  default BigInteger count(int layers) {
    return switch (this) {
      case PerLayer() -> BigInteger.ONE;
      case Free(int groups) -> Compositions.count(layers, groups);
      case Patterned(GroupingPattern pattern, int groups) -> pattern.count(layers, groups);
      case Fixed(LayerGrouping _) -> BigInteger.ONE;
      case Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          encoder.count(border).multiply(decoder.count(layers - border));
    };
  }

  /// Says whether a grouping is among those to choose from.
  default boolean admits(LayerGrouping grouping) {
    return switch (this) {
      case PerLayer() -> grouping.groups() == grouping.layers();
      case Free(int groups) -> grouping.groups() == groups;
      case Patterned(GroupingPattern pattern, int groups) ->
          grouping.groups() == groups && pattern.admits(grouping);
      case Fixed(LayerGrouping only) -> grouping.equals(only);
      case Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          grouping.before(border).map(encoder::admits).orElse(false)
              && grouping.from(border).map(decoder::admits).orElse(false);
    };
  }

  /// Draws a grouping, each equally likely.
  ///
  /// Generators in the same state give groupings at the same relative place of the ordered lists of
  /// two choices.
  ///
  /// @param layers layers of the backbone
  default LayerGrouping sample(int layers, RandomGenerator random) {
    return switch (this) {
      case PerLayer() -> LayerGrouping.perLayer(layers);
      case Free(int groups) -> LayerGrouping.sample(layers, groups, random);
      case Patterned(GroupingPattern pattern, int groups) ->
          PatternGroupings.at(
              pattern, layers, groups, UniformIndex.below(pattern.count(layers, groups), random));
      case Fixed(LayerGrouping grouping) -> grouping;
      case Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          encoder.sample(border, random).followedBy(decoder.sample(layers - border, random));
    };
  }

  /// Returns every grouping to choose from, made as they are asked for.
  ///
  /// @param layers layers of the backbone
  default Stream<LayerGrouping> all(int layers) {
    return switch (this) {
      case PerLayer() -> Stream.of(LayerGrouping.perLayer(layers));
      case Free(int groups) ->
          Stream.iterate(
                  BigInteger.ZERO, i -> i.compareTo(count(layers)) < 0, i -> i.add(BigInteger.ONE))
              .map(index -> Compositions.at(layers, groups, index));
      case Patterned(GroupingPattern pattern, int groups) ->
          PatternGroupings.all(pattern, layers, groups);
      case Fixed(LayerGrouping grouping) -> Stream.of(grouping);
      case Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          encoder.all(border).flatMap(first -> decoder.all(layers - border).map(first::followedBy));
    };
  }
}
