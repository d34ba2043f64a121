package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final Target SIGNS = new Target.Classes(List.of("bad", "good"));

  @Test
  void wordsThatDecideAreLearned() {
    List<Example> rows =
        IntStream.range(0, 300)
            .mapToObj(
                i -> single("x" + i % 7 + (i % 2 == 0 ? " fine " : " awful ") + "y" + i % 5, i % 2))
            .toList();
    assertEquals(1, score(new Task("signs", SIGNS, Metric.ACCURACY), rows));
  }

  @Test
  void theOrderOfWordsIsInvisible() {
    List<Example> rows =
        IntStream.range(0, 300)
            .mapToObj(i -> single(i % 2 == 0 ? "dog bites man" : "man bites dog", i % 2))
            .toList();
    assertEquals(0.5, score(new Task("bites", SIGNS, Metric.ACCURACY), rows), 1e-9);
  }

  @Test
  void aLinearScoreIsLearned() {
    List<Example> rows =
        IntStream.range(0, 400)
            .mapToObj(i -> single("a ".repeat(i % 4) + "b ".repeat(i % 5), i % 4 - 0.5 * (i % 5)))
            .toList();
    Task task = new Task("sums", new Target.Score(-2, 3), Metric.PEARSON);
    assertTrue(score(task, rows) > 0.99);
  }

  @Test
  void sharedWordsOfAPairAreSeen() {
    List<Example> rows =
        IntStream.range(0, 400)
            .mapToObj(i ->
                new Example(
                    "w" + i % 19 + " w" + i % 23,
                    Optional.of("w" + (i + i % 2) % 19 + " w" + (i + i % 2) % 23),
                    i % 2))
            .toList();
    assertTrue(score(new Task("pairs", SIGNS, Metric.MATTHEWS), rows) > 0.9);
  }

  @Test
  void theScoreIsTheSameEveryTime() {
    TaskData data = new TaskData(PracticeTask.REVIEWS.task(), some(400), some(90), some(90));
    assertEquals(Baseline.score(data), Baseline.score(data, Split.SELECTION));
  }

  private static List<Example> some(int count) {
    return PracticeTask.REVIEWS.examples().train().subList(0, count);
  }

  private static Example single(String text, double label) {
    return new Example(text, Optional.empty(), label);
  }

  private static double score(Task task, List<Example> rows) {
    return Baseline.score(
        new TaskData(task, rows.subList(0, 200), List.of(), rows.subList(200, rows.size())));
  }
}
