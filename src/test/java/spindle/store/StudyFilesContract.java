package spindle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spindle.store.Studies.LIMITS;
import static spindle.store.Studies.ORIGIN;
import static spindle.store.Studies.scored;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.AttemptMetric;
import spindle.study.CommandAnswer;
import spindle.study.ConfirmationPlan;
import spindle.study.Criterion;
import spindle.study.Decision;
import spindle.study.MetricPoint;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.SamplingPlan;
import spindle.study.StageKind;
import spindle.study.Step;
import spindle.study.StoreException;
import spindle.study.Study;
import spindle.study.StudyCommand;
import spindle.study.StudyCommands;
import spindle.study.StudyEvent;
import spindle.study.StudyFiles;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.study.StudyState;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// What every kind of study file must do. One subclass for each.
abstract class StudyFilesContract {

  @TempDir Path folder;
  private Path file;
  private StudyFiles files;
  private StudyOwner owner;
  private StudyRecords reader;
  private TrialSpec trial;

  abstract StudyFiles files();

  @BeforeEach
  void open() {
    file = folder.resolve("study.db");
    files = files();
    files.create(file, Studies.plan(), LIMITS);
    owner = files.own(file);
    reader = files.read(file);
    Study study = new Study(Studies.plan(), key -> List.of());
    trial = study.open(StudyPath.main()).orElseThrow().wanted().getFirst();
  }

  @AfterEach
  void close() {
    owner.close();
    reader.close();
  }

  @Test
  void aNewStudyHasItsPlanAndTheMainPath() {
    assertEquals(Studies.plan(), reader.plan());
    assertEquals(LIMITS, reader.limits());
    assertEquals(List.of(StudyPath.main()), reader.paths());
    assertEquals(StudyState.Phase.IDLE, reader.state().phase());
    assertEquals(List.of(), reader.attempts());
    assertEquals(List.of(), reader.events(0));
    assertEquals(Optional.empty(), reader.notice());
  }

  @Test
  void anExistingStudyIsNotReplaced() {
    assertThrows(StoreException.class, () -> files.create(file, Studies.plan(), LIMITS));
    assertEquals(List.of(StudyPath.main()), reader.paths());
  }

  @Test
  void theEndOfAnAttemptIsReadBackAsItWas() {
    List<TrialOutcome> ends =
        List.of(
            scored(0.1 + 0.2),
            new TrialOutcome.Diverged(3),
            new TrialOutcome.OutOfMemory(1, "of \"memory\"\n"),
            new TrialOutcome.Failed("näh"),
            new TrialOutcome.Lost("gone"),
            new TrialOutcome.Cancelled(0));
    for (TrialOutcome end : ends) {
      owner.finish(owner.begin(trial), end, ORIGIN);
    }
    assertEquals(ends, reader.attempts(trial.id()));
    assertEquals(ends, owner.attempts(trial.id()));
    assertEquals(Optional.of(trial), reader.trial(trial.id()));
    Attempt second = reader.history(trial.id()).get(1);
    assertEquals(new AttemptId(trial.id(), 2), second.id());
    assertEquals(ORIGIN, second.end().orElseThrow().provenance());
    assertEquals(trial.settings(), second.settings());
  }

  @Test
  void onlyTheFirstEndOfAnAttemptCounts() {
    AttemptId attempt = owner.begin(trial);
    owner.finish(attempt, scored(0.5), ORIGIN);
    owner.finish(attempt, new TrialOutcome.Lost("late"), ORIGIN);
    assertEquals(List.of(scored(0.5)), reader.attempts(trial.id()));
  }

  @Test
  void anAttemptThatNeverBeganCannotEnd() {
    assertThrows(
        IllegalArgumentException.class,
        () -> owner.finish(new AttemptId(trial.id(), 1), scored(1), ORIGIN));
    assertEquals(List.of(), reader.attempts());
  }

  @Test
  void anAttemptWithoutAnEndIsNotCountedAndTheNextHasItsOwnNumber() {
    owner.begin(trial);
    AttemptId second = owner.begin(trial);
    owner.finish(second, scored(0.5), ORIGIN);
    assertEquals(List.of(scored(0.5)), reader.attempts(trial.id()));
    assertEquals(
        List.of(Optional.empty(), Optional.of(scored(0.5))),
        reader.history(trial.id()).stream()
            .map(attempt -> attempt.end().map(Attempt.End::outcome))
            .toList());
  }

  @Test
  void aTrialSetAsideCountsAsNotAttempted() {
    owner.finish(owner.begin(trial), new TrialOutcome.Failed("no file"), ORIGIN);
    assertEquals(1, reader.attempts(trial.id()).size());
    owner.setAside(trial.id());
    assertEquals(List.of(), reader.attempts(trial.id()));
    owner.finish(owner.begin(trial), scored(0.5), ORIGIN);
    assertEquals(List.of(scored(0.5)), reader.attempts(trial.id()));
    assertEquals(
        List.of(Attempt.Weight.SET_ASIDE, Attempt.Weight.COUNTS),
        reader.attempts().stream().map(Attempt::weight).toList());
  }

  @Test
  void aCurveIsReadBackByStepAndEachPointIsRecordedOnce() {
    AttemptId attempt = owner.begin(trial);
    owner.record(List.of(loss(attempt, 20, Double.NaN), loss(attempt, 10, 0.7)));
    owner.record(
        List.of(
            loss(attempt, 10, 9),
            loss(attempt, 30, Double.POSITIVE_INFINITY),
            new AttemptMetric(attempt, "score", new MetricPoint(1, 0.5))));
    assertEquals(
        List.of(
            new MetricPoint(10, 0.7),
            new MetricPoint(20, Double.NaN),
            new MetricPoint(30, Double.POSITIVE_INFINITY)),
        reader.curve(attempt, "loss"));
    assertEquals(List.of("loss", "score"), reader.metrics(attempt));
    assertEquals(List.of(), reader.curve(new AttemptId(trial.id(), 2), "loss"));
  }

  @Test
  void aStudyGoesOnFromItsFileWithTheSameDecisions() {
    StudyPath path = decideTwoStages();
    assertEquals(path, reader.path("main"));
    Study again = new Study(reader.plan(), reader);
    Step next = again.next(reader.path("main"), Set.of(), 1);
    assertEquals(new Study(owner.plan(), owner).next(path, Set.of(), 1), next);
  }

  @Test
  void aForkIsAPathOfItsOwnAndDecisionsAreNotChanged() {
    StudyPath path = decideTwoStages();
    StudyPath fork = path.fork("other", new StageKind.Allocation());
    owner.save(fork);
    assertEquals(List.of(path, fork), reader.paths());
    StudyPath shorter = new StudyPath("main", Optional.empty(), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> owner.save(shorter));
    assertEquals(List.of(path, fork), reader.paths());
    assertThrows(IllegalArgumentException.class, () -> reader.path("third"));
  }

  @Test
  void planLimitsStateAndConfirmationFollowTheOwner() {
    Protocol paper =
        new Protocol(
            new SamplingPlan.Paper(100, 0.95),
            new Criterion.Mean(),
            Protocol.Diverged.LEFT_OUT,
            Presets.Extent.PAPER);
    ConfirmationPlan confirmation =
        new ConfirmationPlan(Studies.SETTINGS, 5, ConfirmationPlan.Control.RANDOM_SEARCH);
    StudyState paused = new StudyState(StudyState.Phase.PAUSED, Optional.of("main"), "disk full");
    owner.change(paper);
    owner.change(Studies.onTwoCards());
    owner.tell(paused);
    owner.confirm("main", confirmation);
    assertEquals(Studies.plan().with(paper), reader.plan());
    assertEquals(Studies.onTwoCards(), reader.limits());
    assertEquals(paused, reader.state());
    assertEquals(Optional.of(confirmation), reader.confirmation("main"));
    assertThrows(IllegalArgumentException.class, () -> owner.confirm("no path", confirmation));
  }

  @Test
  void commandsAreTakenInOrderAndOnce() {
    StudyCommand fork = new StudyCommand.Fork("main", new StageKind.Strategies(2), "b");
    List<StudyCommand> posted =
        List.of(
            new StudyCommand.Start("main"),
            fork,
            new StudyCommand.Limit(Studies.onTwoCards()),
            new StudyCommand.Export("main", Path.of("pattern.json")));
    try (StudyCommands commands = files.commands(file)) {
      posted.forEach(commands::post);
      assertEquals(posted, reader.commands(0).stream().map(command -> command.command()).toList());
      assertEquals(1, owner.next().orElseThrow().number());
      owner.answer(1, new CommandAnswer.Done("started"));
      assertEquals(fork, owner.next().orElseThrow().command());
      assertEquals(Optional.of(new CommandAnswer.Done("started")), commands.answer(1));
      assertEquals(Optional.empty(), commands.answer(2));
      assertThrows(IllegalArgumentException.class, () -> commands.answer(9));
    }
    assertThrows(
        IllegalArgumentException.class, () -> owner.answer(1, new CommandAnswer.Done("again")));
  }

  @Test
  void writesTogetherAreRecordedAllOrNot() {
    AttemptId attempt = owner.begin(trial);
    assertThrows(
        IllegalStateException.class,
        () ->
            owner.together(() -> {
              owner.finish(attempt, scored(1), ORIGIN);
              owner.log(StudyEvent.Level.NOTE, "half");
              assertEquals(1, owner.attempts(trial.id()).size());
              throw new IllegalStateException("in the middle");
            }));
    assertEquals(List.of(), owner.attempts(trial.id()));
    assertEquals(List.of(), reader.events(0));
    owner.together(() -> {
      owner.finish(attempt, scored(0.5), ORIGIN);
      owner.log(StudyEvent.Level.WARNING, "whole");
    });
    assertEquals(List.of(scored(0.5)), owner.attempts(trial.id()));
    assertEquals("whole", reader.events(0).getFirst().text());
    assertEquals(StudyEvent.Level.WARNING, reader.events(0).getFirst().level());
    assertEquals(List.of(), reader.events(1));
  }

  @Test
  void aReaderSeesThatSomethingChanged() {
    long before = reader.version();
    assertEquals(before, reader.version());
    owner.log(StudyEvent.Level.NOTE, "news");
    assertNotEquals(before, reader.version());
  }

  @Test
  void aSecondOwnerIsRefusedAndTheFirstOneGoesOn() {
    StoreException refused = assertThrows(StoreException.class, () -> files.own(file));
    assertEquals(StoreException.Kind.OWNED, refused.kind());
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(Long.toString(ProcessHandle.current().pid())));
    assertTrue(reader.owner().isPresent());
    owner.begin(trial);
    owner.close();
    assertTrue(reader.owner().isEmpty());
    owner = files.own(file);
    assertEquals(1, owner.attempts().size());
  }

  @Test
  void aCopyHoldsEverythingAndBelongsToNobody() {
    owner.finish(owner.begin(trial), scored(0.5), ORIGIN);
    Path copy = folder.resolve("copy.db");
    files.copy(file, copy);
    owner.log(StudyEvent.Level.NOTE, "after the copy");
    try (StudyOwner other = files.own(copy)) {
      assertEquals(owner.attempts(), other.attempts());
      assertEquals(List.of(), other.events(0));
    }
    assertThrows(StoreException.class, () -> files.copy(file, copy));
    assertFalse(reader.events(0).isEmpty());
  }

  private StudyPath decideTwoStages() {
    Study study = new Study(owner.plan(), owner);
    StudyPath path = StudyPath.main();
    double score = 0.5;
    while (path.decisions().size() < 2) {
      switch (study.next(path, Set.of(), 4)) {
        case Step.Train(List<TrialSpec> trials) -> {
          for (TrialSpec one : trials) {
            score = 0.5 + (score * 7.3) % 0.4;
            owner.finish(owner.begin(one), scored(score), ORIGIN);
          }
        }
        case Step.Decide _ -> path = study.keep(path);
        case Step.Await() -> throw new IllegalStateException("nothing runs");
        case Step.Done() -> throw new IllegalStateException("two stages of seven");
      }
      owner.save(path);
    }
    assertEquals(new Decision.Basis.Kept(), path.decisions().getFirst().basis());
    return path;
  }

  private static AttemptMetric loss(AttemptId attempt, int step, double value) {
    return new AttemptMetric(attempt, "loss", new MetricPoint(step, value));
  }
}
