package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskCatalogTest {

  @Test
  void listsPracticeTasksAndGlue() {
    assertEquals(
        List.of(
            "reviews",
            "grammar",
            "paraphrase",
            "entailment",
            "similarity",
            "copy",
            "reverse",
            "CoLA",
            "SST-2",
            "MRPC",
            "STS-B",
            "QQP",
            "MNLI",
            "MNLI-mm",
            "QNLI",
            "RTE",
            "WNLI"),
        TaskCatalog.entries().stream().map(entry -> entry.task().name()).toList());
    assertTrue(TaskCatalog.entries().stream().allMatch(entry -> entry.description().endsWith("?")));
  }

  @Test
  void eachGlueTaskIsRankedByOneMetric() {
    for (TaskCatalog.Entry entry : TaskCatalog.entries()) {
      Metric expected =
          switch (entry.task().name()) {
            case "CoLA", "grammar" -> Metric.MATTHEWS;
            case "STS-B", "similarity" -> Metric.SPEARMAN;
            case "copy", "reverse" -> Metric.EXACT_MATCH;
            default -> Metric.ACCURACY;
          };
      assertEquals(expected, entry.task().metric());
    }
  }

  @Test
  void aNameIsFoundInAnySpelling() {
    assertEquals("SST-2", TaskCatalog.find("sst2").task().name());
    assertEquals(TaskCatalog.Origin.PRACTICE, TaskCatalog.find("Reviews").origin());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    TaskException unknown = assertThrows(TaskException.class, () -> TaskCatalog.find("SNLI"));
    assertTrue(
        String.valueOf(unknown.getMessage())
            .startsWith("there is no task \"SNLI\"; the names are reviews, grammar,"));
    assertThrows(TaskException.class, () -> TaskCatalog.practice("SST-2"));
    assertThrows(TaskException.class, () -> TaskCatalog.glue("reviews"));
  }
}
