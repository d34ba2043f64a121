package spindle.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.Budget;
import spindle.export.PatternExport;
import spindle.store.SqliteStudyFiles;
import spindle.study.Bundled;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.NewStudy;
import spindle.study.Place;
import spindle.study.Protocol;
import spindle.study.Provenance;
import spindle.study.RunLimits;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.study.StudyOwner;
import spindle.study.StudyPlan;
import spindle.study.StudyState;
import spindle.study.TrainingSettings;
import spindle.task.TaskSource;
import spindle.ui.support.Threads;

/// What the user is told of an engine that was started, until it has come.
class StudySessionTest {

  @TempDir Path folder;
  private Path file = Path.of("");
  private final StudyDesk desk = desk();
  private final StudySession session =
      new StudySession(desk, new Threads(Runnable::run, Runnable::run));

  private StudyDesk desk() {
    return new StudyDesk(
        new SqliteStudyFiles(InstantSource.system()),
        _ -> {
          throw new AssertionError("nothing is trained");
        },
        (_, device) -> new Provenance(Map.of(), device, "", ""),
        PatternExport::write,
        (_, _) -> folder.resolve("engine.out"),
        InstantSource.system());
  }

  @BeforeEach
  void open() {
    file = folder.resolve("a.spindle");
    desk.files().create(file, plan(), RunLimits.on(List.of(new Place(Device.parse("cpu"), 1))));
    session.open(file);
  }

  private static StudyPlan plan() {
    TrainingSettings settings =
        new TrainingSettings(64, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1);
    return new NewStudy(
            Bundled.INFO,
            List.of(new TaskSource.Practice("reviews")),
            Budget.PAPER,
            settings,
            4,
            StageKind.paper(4),
            Protocol.DEFAULT,
            new Seed(1))
        .plan();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
  }

  @Test
  void thatAnEngineIsStartedIsSaidUntilItHasCome() throws InterruptedException {
    session.carryOut(new StudyCommand.Start("main"));
    assertEquals("The engine of the study is being started", session.messageProperty().get());
    try (StudyOwner owner = desk.files().own(file)) {
      owner.tell(new StudyState(StudyState.Phase.RUNNING, Optional.of("main"), "running"));
      await(() -> session.messageProperty().get().isEmpty());
    }
    assertEquals("", session.messageProperty().get());
  }

  @Test
  void whatWasSaidSinceStays() throws InterruptedException {
    session.carryOut(new StudyCommand.Start("main"));
    session.say("trials.csv is written.");
    try (StudyOwner owner = desk.files().own(file)) {
      owner.tell(new StudyState(StudyState.Phase.RUNNING, Optional.of("main"), "running"));
      await(() ->
          session.standingProperty().get().filter(s -> s.engine() == EngineLife.RUNS).isPresent());
    }
    assertEquals("Trials.csv is written.", session.messageProperty().get());
  }

  private boolean is(EngineLife life) {
    return session.standingProperty().get().filter(s -> s.engine() == life).isPresent();
  }

  @Test
  void anEngineThatOwnsTheStudyAndSaysNothingIsStarting() throws InterruptedException {
    try (StudyOwner owner = desk.files().own(file)) {
      await(() -> is(EngineLife.STARTING));
      assertTrue(is(EngineLife.STARTING));
      owner.tell(new StudyState(StudyState.Phase.RUNNING, Optional.of("main"), "running"));
      await(() -> is(EngineLife.RUNS));
      owner.tell(new StudyState(StudyState.Phase.IDLE, Optional.of("main"), "stopped"));
      await(() ->
          session.standingProperty().get().orElseThrow().study().state().text().equals("stopped"));
      assertTrue(is(EngineLife.RUNS), "it is leaving");
    }
    await(() -> is(EngineLife.NONE));
    assertTrue(is(EngineLife.NONE));
  }
}
