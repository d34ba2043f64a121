package spindle.ui.explorer;

import java.util.Map;
import java.util.Optional;
import spindle.study.StageKind;

/// Means that the paper reports for its candidates, from memory and unverified.
///
/// Average over eight GLUE tasks of 100 random designs on T5-base, four groups, in points (Chen et
/// al., 2023, tables of sections 3 and 4). Other tasks and backbones have other levels; what may be
/// compared is the order.
final class Reported {
  private static final int GROUPS = 4;

  private static final Map<String, Double> GROUPING =
      Map.of(
          "increasing",
          70.8,
          "uniform",
          72.1,
          "decreasing",
          70.0,
          "spindle",
          73.3,
          "bottleneck",
          71.3);

  private static final Map<String, Double> ALLOCATION =
      Map.of("increasing", 73.2, "uniform", 74.0, "decreasing", 72.4);

  private static final Map<String, Double> TUNED =
      Map.of(
          "G1",
          68.2,
          "G2",
          68.4,
          "G3",
          68.4,
          "G4",
          68.7,
          "G1,G2",
          69.6,
          "G3,G4",
          70.7,
          "G1,G2,G3",
          72.6,
          "G2,G3,G4",
          72.2,
          "G1,G2,G3,G4",
          74.9);

  private static final Map<String, Double> FIRST =
      Map.ofEntries(
          Map.entry("A", 76.0),
          Map.entry("P", 74.7),
          Map.entry("B", 74.8),
          Map.entry("L", 75.8),
          Map.entry("PL", 75.7),
          Map.entry("AP", 75.9),
          Map.entry("AL", 76.4),
          Map.entry("APL", 75.9),
          Map.entry("PBL", 76.0),
          Map.entry("APB", 75.8),
          Map.entry("ABL", 75.9),
          Map.entry("APBL", 76.1));

  private static final Map<String, Double> SECOND =
      Map.of(
          "A", 77.5, "P", 76.7, "B", 76.5, "L", 77.4, "PL", 77.7, "AP", 78.3, "AL", 77.9, "APL",
          77.7, "PBL", 77.4);

  private Reported() {}

  /// Returns the mean reported for a candidate, in points; empty if none is known.
  ///
  /// @param groups number of groups of the study; the tables are of four
  static Optional<Double> mean(StageKind kind, String candidate, int groups) {
    return groups == GROUPS ? Optional.ofNullable(table(kind).get(candidate)) : Optional.empty();
  }

  private static Map<String, Double> table(StageKind kind) {
    return switch (kind) {
      case StageKind.Grouping() -> GROUPING;
      case StageKind.Allocation() -> ALLOCATION;
      case StageKind.Tuned() -> TUNED;
      case StageKind.Strategies(int group) -> group == 0 ? FIRST : group == 1 ? SECOND : Map.of();
    };
  }
}
