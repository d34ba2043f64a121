package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasksTest {

  private static final List<Example> ROWS = rows(5000);

  @Test
  void aLargerSubsetBeginsWithTheSmallerOne() {
    List<Example> small = Tasks.subset(ROWS, 100, new SplittableRandom(3));
    List<Example> large = Tasks.subset(ROWS, 2000, new SplittableRandom(3));
    assertEquals(small, large.subList(0, 100));
    assertEquals(2000, new HashSet<>(large).size());
    assertNotEquals(small, Tasks.subset(ROWS, 100, new SplittableRandom(4)));
  }

  @Test
  void aSubsetLargerThanTheDataIsAllOfIt() {
    List<Example> all = Tasks.subset(ROWS, 9999, new SplittableRandom(3));
    assertEquals(ROWS.size(), all.size());
    assertEquals(new HashSet<>(ROWS), new HashSet<>(all));
    assertThrows(
        IllegalArgumentException.class, () -> Tasks.subset(ROWS, -1, new SplittableRandom(3)));
  }

  @Test
  void everyOrderIsEquallyLikely() {
    var random = new SplittableRandom(1);
    int[] counts = new int[27];
    for (int i = 0; i < 6000; i++) {
      List<Integer> order = Draw.order(3, random);
      counts[9 * order.get(0) + 3 * order.get(1) + order.get(2)]++;
    }
    int[] seen = IntStream.of(counts).filter(count -> count > 0).toArray();
    assertEquals(6, seen.length);
    double chiSquare = IntStream.of(seen).mapToDouble(n -> (n - 1000.0) * (n - 1000) / 1000).sum();
    assertTrue(chiSquare < 20.5, "5 degrees of freedom, 0.999 quantile, but " + chiSquare);
  }

  @Test
  void aFifthOrAThousandExamplesAreHeldOut() {
    assertEquals(1, Draw.heldOut(5));
    assertEquals(999, Draw.heldOut(4999));
    assertEquals(1000, Draw.heldOut(67349));
  }

  @Test
  void thePartsOfATrainingFileAreDisjointAndInFileOrder() {
    Draw.Parts parts = Draw.holdOut(ROWS, 1000, new SplittableRandom(1));
    assertEquals(1000, parts.selection().size());
    Set<Example> held = new HashSet<>(parts.selection());
    assertEquals(ROWS.stream().filter(held::contains).toList(), parts.selection());
    assertEquals(ROWS.stream().filter(row -> !held.contains(row)).toList(), parts.training());
  }

  @Test
  void aRepeatedTextIsNeverHeldOut() {
    List<Example> rows = new ArrayList<>(rows(40));
    rows.addAll(rows(39));
    Draw.Parts parts = Draw.holdOut(rows, 10, new SplittableRandom(1));
    assertEquals(List.of(rows.get(39)), parts.selection());
    assertEquals(78, parts.training().size());
  }

  private static List<Example> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Example("text " + i, Optional.empty(), i % 2))
        .toList();
  }
}
