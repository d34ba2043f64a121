package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CoLA    | 0   | cola sentence: A                         | unacceptable
          SST-2   | 1   | sst2 sentence: A                         | positive
          MRPC    | 1   | mrpc sentence1: A sentence2: B           | equivalent
          STS-B   | 1.8 | stsb sentence1: A sentence2: B           | 1.8
          QQP     | 0   | qqp question1: A question2: B            | not_duplicate
          MNLI    | 1   | mnli hypothesis: B premise: A            | neutral
          MNLI-mm | 2   | mnli hypothesis: B premise: A            | contradiction
          QNLI    | 0   | qnli question: A sentence: B             | entailment
          RTE     | 1   | rte sentence1: A sentence2: B            | not_entailment
          WNLI    | 0   | wnli sentence1: A sentence2: B           | not_entailment
          reviews | 1   | reviews sentence: A                      | positive
          paraphrase | 1 | paraphrase sentence1: A sentence2: B    | equivalent
          """)
  void aTaskIsWrittenInTheFormOfT5(String name, double label, String source, String target) {
    TextTask texts = TextTask.of(TaskCatalog.find(name).task());
    boolean single = !source.contains("B");
    Example example = new Example("A", single ? Optional.empty() : Optional.of("B"), label);
    assertEquals(source, texts.source(example));
    assertEquals(target, texts.target(example));
  }

  @Test
  void everyGlueTargetIsReadBackAsItsLabel() {
    for (Glue glue : Glue.values()) {
      TextTask texts = TextTask.of(glue.task());
      List<Example> examples =
          switch (glue.task().target()) {
            case Target.Classes(List<String> labels) -> examples(labels.size(), 1);
            case Target.Score _ -> examples(26, 0.2);
            case Target.Text _ -> throw new AssertionError("GLUE has labels only");
          };
      List<String> written = examples.stream().map(texts::target).toList();
      assertEquals(1, texts.score(written, examples), 1e-12, glue.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "5, 5.0",
    "0.3, 0.4",
    "0.1, 0.0",
    "3.3, 3.2",
    "3.31, 3.4",
    "2.5, 2.4",
    "4.93, 5.0",
    "1.25, 1.2",
    "0.09, 0.0"
  })
  void aScoreIsRoundedToAFifthAsInT5(double score, String written) {
    assertEquals(written, Steps.of(new Target.Score(0, 5)).text(score));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.34, 0.35",
    "0, 1, 0.36, 0.35",
    "-3, 21, 7.4, 7",
    "0, 100, 37, 35",
    "0, 4.75, 4.75, 4.8",
    "-1, 1, -0.06, -0.1",
    "2, 2, 2, 2",
    "0, 1000, 512, 500",
    "0, 0.02, 0.0123, 0.012"
  })
  void otherRangesHaveStepsOfTheirSize(double least, double most, double score, String written) {
    Steps steps = Steps.of(new Target.Score(least, most));
    assertEquals(written, steps.text(score));
    assertEquals(Double.parseDouble(written), steps.read(written), 1e-12);
  }

  @Test
  void aTextThatIsNoNumberOfTheRangeIsBelowIt() {
    Steps steps = Steps.of(new Target.Score(0, 5));
    assertEquals(3.8, steps.read(" 3.8 "));
    assertEquals(3.75, steps.read("3.75"));
    for (String wrong :
        List.of("", "three", "3.8.1", "3,8", "7.0", "-0.4", "NaN", "1e9", "3.8 x")) {
      assertEquals(-1, steps.read(wrong), wrong);
    }
  }

  @Test
  void aTextThatIsNoLabelIsWrong() {
    TextTask texts = TextTask.of(Glue.SST_2.task());
    List<Example> examples = examples(2, 1);
    assertEquals(1, texts.score(List.of(" negative\n", "positive"), examples));
    assertEquals(0.5, texts.score(List.of("negative", ""), examples));
    assertEquals(0, texts.score(List.of("Negative", "positive positive"), examples));
    assertEquals(
        Map.of(Metric.ACCURACY, 0.0, Metric.F1, 0.0, Metric.MATTHEWS, 0.0),
        texts.scores(List.of("?", "?"), examples));
    assertThrows(IllegalArgumentException.class, () -> texts.score(List.of("negative"), examples));
  }

  @Test
  void aTextToWriteIsKeptAsItIs() {
    TextTask texts = TextTask.of(PracticeTask.REVERSE.task());
    Example example = Example.written("a b c", "c b a");
    assertEquals("a b c", texts.source(example));
    assertEquals("c b a", texts.target(example));
    assertEquals(1, texts.score(List.of(" c  b a "), List.of(example)));
    assertEquals(
        List.of(Metric.EXACT_MATCH, Metric.ROUGE_1, Metric.ROUGE_2, Metric.ROUGE_L, Metric.BLEU),
        List.copyOf(texts.scores(List.of("a b c"), List.of(example)).keySet()));
    assertThrows(IllegalStateException.class, example::label);
    assertThrows(IllegalStateException.class, examples(1, 1).getFirst()::reference);
  }

  @Test
  void anOwnTaskOfAGlueNameHasItsOwnForm() {
    Task own = new Task("MNLI", new Target.Classes(List.of("no", "yes")), Metric.ACCURACY);
    String source = TextTask.of(own).source(new Example("A", Optional.of("B"), 0));
    assertEquals("MNLI sentence1: A sentence2: B", source);
    assertTrue(
        TextTask.of(Glue.MNLI.task())
            .source(new Example("A", Optional.empty(), 0))
            .startsWith("mnli sentence: "));
  }

  private static List<Example> examples(int count, double step) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Example("text " + i, Optional.empty(), i * step))
        .toList();
  }
}
