package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.ParityResult;
import spindle.study.ParityResult.Verdict;

final class DoctorCommandTest {

  private static final ParityResult EQUAL =
      new ParityResult.Compared(
          "bert/lora",
          "bert",
          1e-7,
          0,
          OptionalDouble.empty(),
          OptionalDouble.of(3e-7),
          Verdict.EQUAL);
  private static final ParityResult SKIPPED =
      new ParityResult.Skipped("t5/lora", "t5", "T5 is not built yet");
  private static final ParityResult DIFFERENT =
      new ParityResult.Compared(
          "bert/prefix",
          "bert",
          1e-2,
          0,
          OptionalDouble.empty(),
          OptionalDouble.of(3e-7),
          Verdict.DIFFERENT);
  private static final ParityResult BROKEN =
      new ParityResult.Broken("bert/x", "unknown", "case.json: line 1: not an object");

  @TempDir private Path folder;

  @Test
  void equalAndSkippedCasesAreWell() {
    Session session = session(EQUAL, SKIPPED);
    assertEquals(0, session.run("doctor", "--parity", folder.toString(), "--json"));
    assertEquals(
        List.of(
            "{\"case\":\"bert/lora\",\"family\":\"bert\",\"logits\":1.0E-7,\"loss\":0.0,"
                + "\"hidden\":2.0E-6,\"gradients\":3.0E-7,\"ok\":true}",
            "{\"case\":\"t5/lora\",\"family\":\"t5\",\"skipped\":true,"
                + "\"reason\":\"T5 is not built yet\"}"),
        session.out());
    assertEquals(List.of("2 cases, 0 wrong"), session.err());
  }

  @Test
  void aDifferentCaseGivesExitCode1() {
    assertEquals(1, session(EQUAL, DIFFERENT).run("doctor", "--parity"));
  }

  @Test
  void aBrokenCaseDoesNotHideTheOthers() {
    Session session = session(BROKEN, EQUAL);
    assertEquals(1, session.run("doctor", "--parity"));
    assertEquals(
        List.of(
            "broken    bert/x: case.json: line 1: not an object",
            "equal     bert/lora                    logits 1.0e-07  loss 0.0e+00  hidden 2.0e-06"
                + "  gradients 3.0e-07"),
        session.out());
  }

  @Test
  void aFolderWithoutCasesIsBrokenInput() {
    Session session = session();
    assertEquals(1, session.run("doctor", "--parity", folder.toString()));
    assertEquals("spindle: no case was found", session.err().getLast());
  }

  @Test
  void aMissingFolderIsBrokenInput() {
    Session session = session(EQUAL);
    assertEquals(1, session.run("doctor", "--parity", "nowhere"));
    assertEquals(List.of("spindle: nowhere: there is no such folder"), session.err());
  }

  private static Session session(ParityResult... results) {
    return new Session(FakeRunner.scoring(1), List.of(results));
  }
}
