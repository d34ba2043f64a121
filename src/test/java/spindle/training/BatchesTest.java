package spindle.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BatchesTest {

  @Test
  void anEpochHoldsEveryExampleOnce() {
    List<Double> labels =
        Batches.shuffled(examples(50), 8, new SplittableRandom(1)).stream()
            .flatMap(batch -> batch.examples().stream())
            .map(EncodedExample::label)
            .sorted()
            .toList();
    assertEquals(examples(50).stream().map(EncodedExample::label).toList(), labels);
  }

  @Test
  void batchesOfAnEpochHoldSimilarLengths() {
    for (Batch batch : Batches.shuffled(examples(64), 8, new SplittableRandom(1))) {
      int shortest = batch.examples().stream().mapToInt(EncodedExample::length).min().orElseThrow();
      assertTrue(batch.longest() - shortest <= 2);
    }
  }

  @Test
  void theSameGeneratorGivesTheSameBatches() {
    assertEquals(
        labels(Batches.shuffled(examples(50), 8, new SplittableRandom(9))),
        labels(Batches.shuffled(examples(50), 8, new SplittableRandom(9))));
  }

  @Test
  void batchesForScoringKeepToTheirTokens() {
    for (Batch batch : Batches.sorted(examples(64), 40)) {
      assertTrue(batch.size() == 1 || batch.size() * batch.longest() <= 40);
    }
  }

  @Test
  void rowsArePaddedOnTheRight() {
    Batch batch =
        new Batch(
            List.of(
                new EncodedExample(new int[] {2, 7, 3}, new int[] {0, 1, 1}, 1),
                new EncodedExample(new int[] {2}, new int[] {0}, 0)));
    assertArrayEquals(new long[] {2, 7, 3, 2, 9, 9}, batch.ids(9));
    assertArrayEquals(new long[] {0, 1, 1, 0, 0, 0}, batch.types());
    assertArrayEquals(new long[] {1, 1, 1, 1, 0, 0}, batch.mask());
    assertArrayEquals(new float[] {1, 0}, batch.labels());
  }

  private static List<List<Double>> labels(List<Batch> batches) {
    return batches.stream()
        .map(batch -> batch.examples().stream().map(EncodedExample::label).toList())
        .toList();
  }

  private static List<EncodedExample> examples(int count) {
    List<EncodedExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 3 + (i * 7) % 13;
      examples.add(new EncodedExample(new int[length], new int[length], i));
    }
    return examples;
  }
}
