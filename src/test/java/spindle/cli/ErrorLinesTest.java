package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ErrorLinesTest {

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertError(
        2,
        "spindle: Unknown option: '--colour' (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "reviews",
        "--colour");
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertError(2, "spindle: Unmatched argument at index 0: 'fly' (see spindle --help)", "fly");
  }

  @Test
  void aCommandIsNeeded() {
    assertError(2, "spindle: a command is missing (see spindle --help)");
  }

  @Test
  void anUnknownPresetIsWrongUsageAndTheKnownOnesAreNamed() {
    assertError(
        2,
        "spindle: Invalid value for option '--preset': unknown preset \"S9\" (known: S4, S4-3b,"
            + " Full, Adapter, Houlsby, Parallel, Prefix, BitFit, LoRA, UniPELT-like, MAM-like)"
            + " (see spindle train --help)",
        "train",
        "--preset",
        "S9",
        "--task",
        "reviews");
  }

  @Test
  void aSettingOutOfRangeIsWrongUsage() {
    assertError(
        2,
        "spindle: epochs must be at least 1: 0 (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "reviews",
        "--epochs",
        "0");
  }

  @Test
  void presetAndDesignExcludeEachOther() {
    assertError(
        2,
        "spindle: either --preset or --design is needed (see spindle train --help)",
        "train",
        "--task",
        "reviews");
  }

  @Test
  void ownFilesNeedTheirColumns() {
    assertError(
        2,
        "spindle: the task csv needs --label (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "csv",
        "--train",
        "reviews",
        "--dev",
        "b",
        "--text",
        "1");
  }

  @Test
  void columnsBelongToOwnFiles() {
    assertError(
        2,
        "spindle: --text belongs to the task csv (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "reviews",
        "--text",
        "1");
  }

  @Test
  void anUnknownTaskIsWrongUsageAndTheKnownOnesAreNamed() {
    assertError(
        2,
        "spindle: there is no task \"SST-9\"; the names are reviews, grammar, paraphrase,"
            + " entailment, similarity, copy, reverse, CoLA, SST-2, MRPC, STS-B, QQP, MNLI, MNLI-mm, QNLI, RTE,"
            + " WNLI, and csv or text for own files (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "SST-9");
  }

  @Test
  void aGlueTaskNeedsItsFolder() {
    assertError(
        2,
        "spindle: SST-2 needs --data, the folder of its files (see spindle train --help)",
        "train",
        "--preset",
        "S4",
        "--task",
        "sst2");
  }

  @Test
  void aBudgetThatDoesNotPayForADesignIsFailedWork() {
    Session session = Session.withoutWork();
    assertEquals(
        1, session.run("train", "--preset", "S4", "--budget", "0.01%", "--task", "reviews"));
    assertEquals(1, session.err().size());
    assertEquals("spindle: the budget is too small: ", session.err().getFirst().substring(0, 34));
  }

  @Test
  void aBrokenInputIsOneLine() {
    assertError(
        1, "spindle: nowhere/config.json: there is no such file", "backbone", "inspect", "nowhere");
  }

  @Test
  void aFaultOfTheProgramPointsToTheLog() {
    assertError(
        1,
        "spindle: an error of the program: IllegalStateException (a fault of the program);"
            + " details in spindle.log",
        "backbone",
        "inspect",
        "broken");
  }

  private static void assertError(int code, String line, String... arguments) {
    Session session = Session.withoutWork();
    assertEquals(code, session.run(arguments));
    assertEquals(List.of(line), session.err());
    assertEquals(List.of(), session.out());
  }
}
