package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlueTest {

  private static final String FIRST = "The 1 \"dogs ran, été";
  private static final Optional<String> SECOND = Optional.of("Some dog' 1 ran");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Glue.class)
  void everyTaskIsReadInItsOriginalLayout(Glue glue) throws IOException {
    GlueSample.write(glue, folder.resolve(glue.folder()));
    TaskData data = read(glue.task().name(), folder);
    assertEquals(glue.task(), data.task());
    assertEquals(List.of(10, 2, 6), sizes(data));
    Optional<String> second = glue == Glue.COLA || glue == Glue.SST_2 ? Optional.empty() : SECOND;
    double label =
        switch (glue) {
          case STS_B -> 1.25;
          case MNLI, MNLI_MM -> 0;
          case COLA, SST_2, MRPC, QQP, QNLI, RTE, WNLI -> 1;
        };
    assertEquals(new Example(FIRST, second, label), data.confirmation().get(1));
  }

  @ParameterizedTest
  @EnumSource(Glue.class)
  void aByteOrderMarkAndCarriageReturnsChangeNothing(Glue glue) throws IOException {
    Path plain = folder.resolve("plain.tsv");
    Path marked = folder.resolve("marked.tsv");
    Files.writeString(plain, GlueSample.text(glue, 9));
    Files.writeString(marked, "\ufeff" + GlueSample.text(glue, 9).replace("\n", "\r\n"));
    assertEquals(examples(glue, plain), examples(glue, marked));
    assertEquals(9, examples(glue, marked).size());
  }

  @Test
  void classesAreInTheOrderOfTheHuggingFaceDataSet() {
    assertEquals(
        new Target.Classes(List.of("entailment", "neutral", "contradiction")),
        Glue.MNLI.task().target());
    assertEquals(
        new Target.Classes(List.of("entailment", "not_entailment")), Glue.RTE.task().target());
    assertEquals(
        new Target.Classes(List.of("not_entailment", "entailment")), Glue.WNLI.task().target());
  }

  @Test
  void theFolderMayBeTheTasksOwnOrItsParentInAnySpelling() throws IOException {
    GlueSample.write(Glue.STS_B, folder.resolve("stsb"));
    TaskData data = read("sts-b", folder);
    assertEquals(data, read("STS-B", folder.resolve("stsb")));
    assertEquals("STS-B", data.task().name());
  }

  @Test
  void matchedAndMismatchedGenresShareOneFolder() throws IOException {
    GlueSample.write(Glue.MNLI, folder.resolve("MNLI"));
    Files.writeString(folder.resolve("MNLI/dev_mismatched.tsv"), GlueSample.text(Glue.MNLI, 3));
    assertEquals(6, read("MNLI", folder).confirmation().size());
    assertEquals(3, read("mnli-mm", folder).confirmation().size());
  }

  @Test
  void theCorpusFilesOfMrpcServeWithoutItsDevelopmentPairs() throws IOException {
    Files.writeString(
        folder.resolve("msr_paraphrase_train.txt"), "\ufeff" + GlueSample.text(Glue.MRPC, 12));
    Files.writeString(folder.resolve("msr_paraphrase_test.txt"), GlueSample.text(Glue.MRPC, 4));
    assertEquals(List.of(10, 2, 4), sizes(read("MRPC", folder)));
    Files.writeString(folder.resolve("dev.tsv"), GlueSample.text(Glue.MRPC, 6));
    assertEquals(List.of(5, 1, 6), sizes(read("MRPC", folder)));
  }

  @Test
  void aFewBrokenLinesOfQqpAreSkippedButNotMany() throws IOException {
    Path file = folder.resolve("train.tsv");
    String broken = "\"\tIs this the rest of a question?\t0\n";
    Files.writeString(file, GlueSample.text(Glue.QQP, 1999) + broken + GlueSample.row(Glue.QQP, 1));
    assertEquals(2000, examples(Glue.QQP, file).size());
    Files.writeString(file, GlueSample.text(Glue.QQP, 1999) + broken.repeat(3));
    TaskException refused = assertThrows(TaskException.class, () -> examples(Glue.QQP, file));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("train.tsv:2001: this row has 3 fields"));
  }

  @Test
  void aMissingFolderFileOrTaskIsNamed() throws IOException {
    assertEquals(
        folder.resolve("no") + ": there is no such folder; give the folder of the GLUE files",
        refusal("RTE", folder.resolve("no")));
    assertTrue(refusal("RTE", folder).contains("there is no train.tsv of RTE in it"));
    Files.writeString(folder.resolve("train.tsv"), GlueSample.text(Glue.RTE, 9));
    assertEquals(
        folder.resolve("dev.tsv") + ": there is no such file; check the path",
        refusal("RTE", folder));
    assertTrue(refusal("SNLI", folder).startsWith("there is no task \"SNLI\"; the names are CoLA"));
  }

  private static TaskData read(String name, Path folder) {
    return Tasks.read(new TaskSource.Glue(name, folder), new SplittableRandom(1));
  }

  private static String refusal(String name, Path folder) {
    String message = assertThrows(TaskException.class, () -> read(name, folder)).getMessage();
    return message == null ? "" : message;
  }

  private static List<Example> examples(Glue glue, Path file) {
    LabelCode code = glue.code();
    return DelimitedTexts.read(file, glue.layout()).stream().map(code::example).toList();
  }

  private static List<Integer> sizes(TaskData data) {
    return List.of(data.training().size(), data.selection().size(), data.confirmation().size());
  }
}
