package spindle.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void everyMetricIsThatOfTheReferenceScript() throws IOException {
    Path file = Path.of("src/test/resources/spindle/task/metrics.tsv");
    List<String> lines = Files.readAllLines(file);
    assertEquals(62, lines.size());
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      double score = Metric.valueOf(fields[0]).of(numbers(fields[1]), numbers(fields[2]));
      assertEquals(Double.parseDouble(fields[3]), score, 1e-12, line);
    }
  }

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    assertArrayEquals(
        new double[] {3.5, 1, 3.5, 5, 2}, Correlation.ranks(new double[] {7, -1, 7, 9, 0}));
  }

  @Test
  void aConstantSeriesHasNoCorrelation() {
    List<Double> labels = List.of(1.0, 2.0, 4.0);
    List<Double> constant = List.of(0.1, 0.1, 0.1);
    assertEquals(0, Metric.PEARSON.of(constant, labels));
    assertEquals(0, Metric.SPEARMAN.of(labels, constant));
    assertEquals(0, Metric.MATTHEWS.of(constant, labels));
  }

  @Test
  void refusesPredictionsThatAreNoNumbers() {
    List<Double> labels = List.of(0.0, 1.0);
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Metric.ACCURACY.of(List.of(1.0, Double.NaN), labels));
    assertEquals("example 1 has no number: NaN for 1.0", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Metric.SPEARMAN.of(List.of(1.0), labels));
    assertThrows(IllegalArgumentException.class, () -> Metric.F1.of(List.of(), List.of()));
  }

  @Test
  void aTaskNamesTheMetricForRankingFirst() {
    assertEquals(List.of(Metric.MATTHEWS, Metric.ACCURACY, Metric.F1), Glue.COLA.task().metrics());
    assertEquals(List.of(Metric.ACCURACY, Metric.MATTHEWS), Glue.MNLI.task().metrics());
    assertEquals(List.of(Metric.SPEARMAN, Metric.PEARSON), Glue.STS_B.task().metrics());
  }

  private static List<Double> numbers(String field) {
    return Stream.of(Objects.requireNonNull(field).split(" ", -1)).map(Double::valueOf).toList();
  }
}
