package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingPatternTest {

  @Test
  void theCountsOfTheMethodComeOut() {
    assertCounts(6, 10, 0, 0, 0, 1, 1);
    assertCounts(8, 35, 0, 1, 0, 1, 3);
    assertCounts(10, 84, 1, 0, 1, 2, 6);
    assertCounts(12, 165, 2, 1, 2, 4, 10);
    assertCounts(16, 455, 9, 1, 9, 7, 21);
    assertCounts(24, 1771, 47, 1, 47, 19, 55);
    assertCounts(32, 4495, 136, 1, 136, 35, 105);
    assertCounts(48, 16215, 551, 1, 551, 85, 253);
  }

  @Test
  void theListsOfTheMethodComeOut() {
    assertEquals("(1,4,4,3) (1,5,5,1) (2,4,4,2) (3,4,4,1)", list(GroupingPattern.SPINDLE, 12));
    assertEquals("(1,2,3,6) (1,2,4,5)", list(GroupingPattern.INCREASING, 12));
    assertEquals("(5,4,2,1) (6,3,2,1)", list(GroupingPattern.DECREASING, 12));
    assertEquals("(3,3,3,3)", list(GroupingPattern.UNIFORM, 12));
    assertEquals("(1,2,2,1)", list(GroupingPattern.SPINDLE, 6));
    assertEquals("(1,3,3,1)", list(GroupingPattern.SPINDLE, 8));
    assertEquals("(1,4,4,1) (2,3,3,2)", list(GroupingPattern.SPINDLE, 10));
    assertEquals("(2,1,1,2)", list(GroupingPattern.BOTTLENECK, 6));
  }

  @Test
  void theEnumerationFindsWhatTheDefinitionAdmitsAtAnyDepthAndNumberOfGroups() {
    for (int layers = 1; layers <= 14; layers++) {
      for (int groups = 1; groups <= layers; groups++) {
        List<LayerGrouping> all = new GroupingChoice.Free(groups).all(layers).toList();
        for (GroupingPattern pattern : GroupingPattern.values()) {
          assertEquals(
              all.stream().filter(pattern::admits).toList(),
              pattern.groupings(layers, groups),
              pattern + " of " + layers + " in " + groups);
        }
      }
    }
  }

  @Test
  void noGroupingOfThreeGroupsOrMoreHasTwoPatterns() {
    for (int groups = 3; groups <= 6; groups++) {
      new GroupingChoice.Free(groups)
          .all(14)
          .forEach(grouping ->
              assertTrue(
                  List.of(GroupingPattern.values()).stream()
                          .filter(pattern -> pattern.admits(grouping))
                          .count()
                      <= 1,
                  grouping::toString));
    }
    assertEquals(Optional.empty(), GroupingPattern.of(LayerGrouping.of(1, 5, 2, 4)));
    assertEquals(
        Optional.of(GroupingPattern.SPINDLE), GroupingPattern.of(LayerGrouping.of(2, 4, 4, 2)));
  }

  @Test
  void theSymmetricSpindleWithEndsHalfTheInteriorStandsForSpindles() {
    assertEquals(LayerGrouping.of(2, 4, 4, 2), GroupingPattern.SPINDLE.representative(12, 4));
    assertEquals(LayerGrouping.of(4, 8, 8, 4), GroupingPattern.SPINDLE.representative(24, 4));
    assertEquals(LayerGrouping.of(8, 16, 16, 8), GroupingPattern.SPINDLE.representative(48, 4));
    assertEquals(LayerGrouping.of(1, 4, 4, 2), GroupingPattern.SPINDLE.representative(11, 4));
    assertEquals(LayerGrouping.of(1, 3, 3, 3, 2), GroupingPattern.SPINDLE.nearest(12, 5));
    assertEquals(LayerGrouping.of(3, 6, 3), GroupingPattern.SPINDLE.representative(12, 3));
  }

  @Test
  void theOtherPatternsAreRepresentedByTheGroupingNearestToTheirIdeal() {
    assertEquals(LayerGrouping.of(1, 2, 4, 5), GroupingPattern.INCREASING.representative(12, 4));
    assertEquals(LayerGrouping.of(5, 4, 2, 1), GroupingPattern.DECREASING.representative(12, 4));
    assertEquals(LayerGrouping.of(3, 3, 3, 3), GroupingPattern.UNIFORM.representative(12, 4));
    assertEquals(LayerGrouping.of(4, 2, 2, 4), GroupingPattern.BOTTLENECK.representative(12, 4));
    assertEquals(LayerGrouping.of(2, 5, 7, 10), GroupingPattern.INCREASING.representative(24, 4));
  }

  @Test
  void aDepthThatAdmitsNoneIsRefusedInWords() {
    assertRefused(
        "no spindle grouping of 5 layers in 4 groups: the pattern needs at least 6 layers",
        GroupingPattern.SPINDLE,
        5);
    assertRefused(
        "no increasing grouping of 9 layers in 4 groups: the pattern needs at least 10 layers",
        GroupingPattern.INCREASING,
        9);
    assertRefused(
        "no uniform grouping of 6 layers in 4 groups: the number of layers must be a multiple of"
            + " the number of groups",
        GroupingPattern.UNIFORM,
        6);
    assertRefused(
        "no spindle grouping of 7 layers in 4 groups: choose another number of groups or draw a"
            + " grouping",
        GroupingPattern.SPINDLE,
        7);
  }

  @Test
  void theNearestGroupingIsRelaxedOnlyWhereNoneIsAdmissible() {
    assertEquals(LayerGrouping.of(1, 3, 2, 1), GroupingPattern.SPINDLE.nearest(7, 4));
    assertEquals(LayerGrouping.of(1, 2, 2, 1), GroupingPattern.SPINDLE.nearest(6, 4));
    assertEquals(LayerGrouping.of(2, 2, 1, 1), GroupingPattern.UNIFORM.nearest(6, 4));
    assertThrows(IllegalArgumentException.class, () -> GroupingPattern.SPINDLE.nearest(5, 4));
  }

  @Test
  void groupsAndLayersAgree() {
    LayerGrouping grouping = LayerGrouping.of(2, 4, 1);
    assertEquals(
        List.of(0, 0, 1, 1, 1, 1, 2), IntStream.range(0, 7).mapToObj(grouping::groupOf).toList());
    assertEquals(List.of(2, 3, 4, 5), grouping.layersOf(1));
    assertThrows(IllegalArgumentException.class, () -> grouping.groupOf(7));
    assertThrows(IllegalArgumentException.class, () -> grouping.groupOf(-1));
    assertThrows(IllegalArgumentException.class, () -> LayerGrouping.of(2, 0));
    assertEquals(LayerGrouping.of(4, 8, 2), grouping.scaledTo(14));
  }

  @Test
  void compositionsOfAnyIndexAreInOrder() {
    assertEquals(BigInteger.valueOf(10), new GroupingChoice.Free(3).count(6));
    assertEquals(
        "(1,1,4) (1,2,3) (1,3,2) (1,4,1) (2,1,3) (2,2,2) (2,3,1) (3,1,2) (3,2,1) (4,1,1)",
        words(new GroupingChoice.Free(3).all(6).toList()));
  }

  private static void assertCounts(int layers, int all, int... patterns) {
    assertEquals(BigInteger.valueOf(all), new GroupingChoice.Free(4).count(layers));
    assertEquals(
        IntStream.of(patterns).boxed().toList(),
        List.of(GroupingPattern.values()).stream()
            .map(pattern -> pattern.groupings(layers, 4).size())
            .toList(),
        "of " + layers + " layers");
  }

  private static void assertRefused(String message, GroupingPattern pattern, int layers) {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> pattern.representative(layers, 4));
    assertEquals(message, refusal.getMessage());
  }

  private static String list(GroupingPattern pattern, int layers) {
    return words(pattern.groupings(layers, 4));
  }

  private static String words(List<LayerGrouping> groupings) {
    return groupings.stream().map(LayerGrouping::toString).collect(Collectors.joining(" "));
  }
}
