package spindle.json;

import java.util.List;
import java.util.stream.Collectors;
import spindle.design.Allocation;
import spindle.design.Assignment;
import spindle.design.Design;
import spindle.design.LayerGrouping;
import spindle.design.ModuleOptions;
import spindle.design.TunedGroups;

/// A design as it is written.
record DesignForm(
    LayerGrouping grouping,
    Allocation allocation,
    TunedGroups tunedGroups,
    Assignment assignment,
    ModuleOptions options) {

  static DesignForm of(Design design) {
    return new DesignForm(
        design.grouping(),
        design.allocation(),
        design.tuned(),
        design.assignment(),
        design.options());
  }

  Design design() {
    return new Design(grouping, allocation, tunedGroups, assignment, options);
  }

  /// Returns the groups counted from 1, as people count them.
  static List<Integer> numbers(TunedGroups tuned) {
    return tuned.groups().stream().map(group -> group + 1).toList();
  }

  static TunedGroups tuned(List<Integer> numbers) {
    if (numbers.stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException("groups are counted from 1: " + numbers);
    }
    if (numbers.stream().distinct().count() < numbers.size()) {
      throw new IllegalArgumentException("a group comes twice: " + numbers);
    }
    return new TunedGroups(numbers.stream().map(number -> number - 1).collect(Collectors.toSet()));
  }
}
