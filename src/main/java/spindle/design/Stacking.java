package spindle.design;

import java.util.Optional;

/// Into how many groups a backbone's layers are cut, and whether encoder and decoder are one stack
/// or two.
///
/// As one stack, a group may hold layers of both, and a symmetric spindle puts its first half on
/// the encoder. As two, each has half of the groups and a pattern of its own, so that no group
/// crosses the border.
///
/// @param layers layers `L` of the backbone
/// @param groups groups `K` of the whole backbone
/// @param border first layer of the decoder, counted from 0, if it is a stack of its own
public record Stacking(int layers, int groups, Optional<Integer> border) {

  /// Checks that there may be such groups.
  ///
  /// @throws IllegalArgumentException if a stack has no layer or no group, or the two stacks cannot
  ///   have as many groups
  public Stacking {
    if (groups < 1 || groups > layers) {
      throw new IllegalArgumentException(
          "the number of groups must be from 1 to the backbone's " + layers + " layers: " + groups);
    }
    if (border.isPresent()) {
      int encoder = border.get();
      if (groups % 2 != 0) {
        throw new IllegalArgumentException(
            "two stacks have as many groups each, which " + groups + " are not");
      }
      if (encoder < groups / 2 || layers - encoder < groups / 2) {
        throw new IllegalArgumentException(
            "an encoder of %d and a decoder of %d layers do not make %d groups each"
                .formatted(encoder, layers - encoder, groups / 2));
      }
    }
  }

  /// Returns the layers of a backbone as one stack.
  public static Stacking one(int layers, int groups) {
    return new Stacking(layers, groups, Optional.empty());
  }

  /// Returns the encoder and the decoder of a backbone as two stacks.
  ///
  /// @param groups groups of each stack
  /// @throws IllegalArgumentException if the backbone has no decoder
  public static Stacking two(BackboneShape shape, int groups) {
    int border =
        shape
            .border()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "this backbone has no decoder, so its layers are one stack"));
    return new Stacking(shape.layers(), 2 * groups, Optional.of(border));
  }

  /// Returns any grouping into so many groups.
  public GroupingChoice free() {
    return border
        .<GroupingChoice>map(first ->
            new GroupingChoice.Stacks(
                new GroupingChoice.Free(groups / 2), first, new GroupingChoice.Free(groups / 2)))
        .orElse(new GroupingChoice.Free(groups));
  }

  /// Returns the groupings of a pattern, which two stacks have each.
  public GroupingChoice patterned(GroupingPattern pattern) {
    return border
        .<GroupingChoice>map(first ->
            new GroupingChoice.Stacks(
                new GroupingChoice.Patterned(pattern, groups / 2),
                first,
                new GroupingChoice.Patterned(pattern, groups / 2)))
        .orElse(new GroupingChoice.Patterned(pattern, groups));
  }
}
