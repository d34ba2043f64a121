package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextMetricTest {

  private static final Path FIXTURE = Path.of("src/test/resources/spindle/task/text_metrics.jsonl");
  private static final List<Metric> ORDER =
      List.of(Metric.ROUGE_1, Metric.ROUGE_2, Metric.ROUGE_L, Metric.BLEU);

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"ROUGE_1", "ROUGE_2", "ROUGE_L", "BLEU"})
  void aTextIsScoredAsByTheUsualPackages(Metric metric) throws IOException {
    List<String> lines = Files.readAllLines(FIXTURE);
    assertEquals(43, lines.size());
    for (String line : lines) {
      JsonNode corpus = new ObjectMapper().readTree(line);
      double score = metric.ofTexts(texts(corpus, "written"), texts(corpus, "references"));
      double expected = corpus.get("scores").get(ORDER.indexOf(metric)).doubleValue();
      assertEquals(expected, score, 1e-12, line);
    }
  }

  @Test
  void theTokenizerOfBleuKeepsNumbersAndInnerHyphens() {
    assertEquals(
        List.of("It's", "1,000.5", "-", "or", "co-op", ",", "e", ".", "g", ".", "3", "-", "4"),
        Bleu.tokens("It's 1,000.5 - or co-op, e.g. 3-4 "));
  }

  @Test
  void onlyBlanksMayDifferInAnExactMatch() {
    List<String> references = List.of("a b", "c", "d", "e\u00a0f");
    List<String> written = List.of(" a \n b", "C", "d.", "e f");
    assertEquals(0.5, Metric.EXACT_MATCH.ofTexts(written, references));
  }

  @Test
  void textsAndLabelsAreNotMixedUp() {
    List<Double> numbers = List.of(1.0);
    List<String> texts = List.of("a");
    for (Metric metric : Metric.values()) {
      if (metric.measuresTexts()) {
        assertEquals(0, metric.ofTexts(List.of(""), texts));
        assertThrows(IllegalArgumentException.class, () -> metric.of(numbers, numbers));
        assertThrows(
            IllegalArgumentException.class, () -> metric.ofTexts(texts, List.of("a", "b")));
        assertThrows(IllegalArgumentException.class, () -> metric.ofTexts(List.of(), List.of()));
      } else {
        assertThrows(IllegalArgumentException.class, () -> metric.ofTexts(texts, texts));
      }
    }
  }

  private static List<String> texts(JsonNode corpus, String field) {
    List<String> texts = new ArrayList<>();
    corpus.get(field).forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
