package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PracticeTaskTest {

  private static final Pattern SENTENCE =
      Pattern.compile("[A-Z][A-Za-zé',-]*( [A-Za-zé',-]+){3,29}[.?]");

  @ParameterizedTest
  @EnumSource(
      value = PracticeTask.class,
      mode = Mode.EXCLUDE,
      names = {"COPY", "REVERSE"})
  void wordCountingStaysFarBelowWhatIsPossible(PracticeTask practice) {
    TaskData data = read(practice);
    double most =
        switch (data.task().metric()) {
          case ACCURACY, F1 -> 0.70;
          case MATTHEWS -> 0.30;
          case PEARSON, SPEARMAN -> 0.65;
          case ROUGE_1, ROUGE_2, ROUGE_L, BLEU, EXACT_MATCH -> 0;
        };
    double score = Baseline.score(data);
    assertTrue(score < most, practice + " " + score);
  }

  @ParameterizedTest
  @EnumSource(PracticeTask.class)
  void noTextOccursTwice(PracticeTask practice) {
    TaskData data = read(practice);
    Set<List<String>> texts = new HashSet<>();
    for (Split split : Split.values()) {
      data.of(split).forEach(example -> texts.add(example.texts()));
    }
    assertEquals(List.of(4000, 500, 500), sizes(data));
    assertEquals(5000, texts.size());
  }

  @ParameterizedTest
  @EnumSource(
      value = PracticeTask.class,
      mode = Mode.EXCLUDE,
      names = {"COPY", "REVERSE"})
  void everyTextLooksLikeASentence(PracticeTask practice) {
    read(practice).training().stream()
        .flatMap(example -> example.texts().stream())
        .forEach(text -> assertTrue(SENTENCE.matcher(text).matches(), text));
  }

  @ParameterizedTest
  @EnumSource(
      value = PracticeTask.class,
      mode = Mode.EXCLUDE,
      names = {"COPY", "REVERSE"})
  void labelsAreBalancedAndInRange(PracticeTask practice) {
    TaskData data = read(practice);
    double mean = data.training().stream().mapToDouble(Example::label).average().orElseThrow();
    switch (data.task().target()) {
      case Target.Classes(List<String> labels) ->
          assertEquals((labels.size() - 1) / 2.0, mean, 0.03);
      case Target.Score(double least, double most) -> {
        assertEquals((least + most) / 2, mean, 0.75);
        assertTrue(data.training().stream().allMatch(e -> e.label() >= least && e.label() <= most));
      }
      case Target.Text _ -> throw new AssertionError("it has no labels");
    }
  }

  @ParameterizedTest
  @EnumSource(PracticeTask.class)
  void theExamplesAreAlwaysTheSame(PracticeTask practice) {
    assertEquals(read(practice), read(practice));
    assertEquals(practice.examples(), practice.examples());
  }

  @Test
  void copyingSolvesCopyAndNeverReverse() {
    assertEquals(1, Baseline.score(read(PracticeTask.COPY)));
    assertEquals(0, Baseline.score(read(PracticeTask.REVERSE)));
    Example reversed = read(PracticeTask.REVERSE).training().getFirst();
    List<String> letters = List.of(reversed.text().split(" "));
    assertEquals(String.join(" ", letters.reversed()), reversed.reference());
    assertTrue(reversed.text().matches("[a-z]( [a-z]){2,7}"), reversed.text());
    assertEquals(letters.size(), Set.copyOf(letters).size());
  }

  private static TaskData read(PracticeTask practice) {
    return Tasks.read(new TaskSource.Practice(practice.task().name()), new SplittableRandom(1));
  }

  private static List<Integer> sizes(TaskData data) {
    return Stream.of(Split.values()).map(split -> data.of(split).size()).toList();
  }
}
