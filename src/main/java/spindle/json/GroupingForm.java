package spindle.json;

import java.util.List;
import java.util.Optional;
import spindle.design.GroupingPattern;
import spindle.design.LayerGrouping;

/// A grouping as it is written: its sizes and, where it has one, the pattern, for the reader.
record GroupingForm(Optional<GroupingPattern> pattern, List<Integer> sizes) {

  GroupingForm {
    if (pattern.isPresent() && !pattern.get().admits(new LayerGrouping(sizes))) {
      throw new IllegalArgumentException(
          "the sizes %s are not %s".formatted(sizes, pattern.get().label()));
    }
  }

  static GroupingForm of(LayerGrouping grouping) {
    return new GroupingForm(GroupingPattern.of(grouping), grouping.sizes());
  }

  LayerGrouping grouping() {
    return new LayerGrouping(sizes);
  }
}
