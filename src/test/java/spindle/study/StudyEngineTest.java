package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spindle.study.TrialOutcome.Cancelled;
import spindle.study.TrialOutcome.Lost;
import spindle.study.TrialOutcome.OutOfMemory;

/// What an engine makes of a study.
@Timeout(120)
final class StudyEngineTest {

  private static final SamplingPlan SMALL = new SamplingPlan.Paired(6, 4, 2, 0.95);
  private static final StudyPlan PLAN =
      StudyFixtures.plan(SMALL, List.of(new StageKind.Grouping(), new StageKind.Allocation()));

  @Test
  void theTableDependsNeitherOnTheSlotsNorOnTheOrderInWhichTrialsEnd() {
    List<StudyRow> one = undisturbed(1, 1);
    assertTrue(one.size() > 40, () -> one.size() + " rows");
    assertEquals(one, undisturbed(3, 2));
    assertEquals(one, undisturbed(7, 3));
  }

  @Test
  void aStudyThatIsKilledAgainAndAgainEndsInTheSameTable() {
    RandomGenerator chance = new SplittableRandom(5);
    MemoryStudy study = new MemoryStudy(PLAN, 3);
    int kills = 0;
    EngineEnd end = EngineEnd.INTERRUPTED;
    while (end != EngineEnd.DONE) {
      end =
          engine(study, new ShufflingRunner(chance, chance.nextInt(9), FakeTraining::outcome))
              .run();
      kills++;
    }
    assertTrue(kills > 8, "killed " + kills + " times");
    assertEquals(undisturbed(3, 2), StudyRow.table(study));
  }

  @Test
  void nothingThatEndedIsTrainedAgain() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    var runner = runner(FakeTraining::outcome);
    assertEquals(EngineEnd.DONE, engine(study, runner).run());
    assertEquals(runner.submitted.size(), runner.submitted.stream().distinct().count());
    var again = runner(FakeTraining::outcome);
    assertEquals(EngineEnd.DONE, engine(study, again).run());
    assertEquals(List.of(), again.submitted);
  }

  @Test
  void everyStageIsDecidedByItsData() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    engine(study, runner(FakeTraining::outcome)).run();
    StudyPath path = study.path("main");
    assertEquals(2, path.decisions().size());
    path.decisions().forEach(d -> assertInstanceOf(Decision.Basis.Kept.class, d.basis()));
    assertEquals(2, study.events(0).size());
    assertEquals(StudyState.Phase.IDLE, study.state().phase());
  }

  @Test
  void aTrialOutOfMemoryIsTriedOnceMoreWithHalfTheMicroBatch() {
    AtomicInteger first = new AtomicInteger();
    MemoryStudy study = new MemoryStudy(PLAN, 1);
    engine(
            study,
            runner(trial ->
                first.getAndIncrement() == 0
                    ? new OutOfMemory(3, "full")
                    : FakeTraining.outcome(trial)))
        .run();
    List<Attempt> attempts = study.history(study.attempts().getFirst().id().trial());
    assertEquals(List.of(16, 8), attempts.stream().map(a -> a.settings().microBatch()).toList());
    assertEquals(undisturbed(1, 1), StudyRow.table(study));
  }

  @Test
  void aLostTrialIsNotTriedAgainByTheEngine() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    String[] victim = {""};
    engine(
            study,
            runner(trial -> {
              victim[0] = victim[0].isEmpty() ? trial.id() : victim[0];
              return trial.id().equals(victim[0])
                  ? new Lost("killed")
                  : FakeTraining.outcome(trial);
            }))
        .run();
    assertEquals(1, study.history(victim[0]).size());
  }

  @Test
  void threeTrialsLostInARowPauseTheStudyAndAreTriedAgainOnResume() {
    MemoryStudy study = new MemoryStudy(PLAN, 1);
    AtomicInteger ends = new AtomicInteger();
    Thread user = oncePaused(study, new StudyCommand.Resume());
    EngineEnd end =
        engine(
                study,
                runner(trial ->
                    ends.incrementAndGet() <= 3
                        ? new Lost("no disk")
                        : FakeTraining.outcome(trial)))
            .run();
    assertEquals(EngineEnd.DONE, end);
    assertTrue(user.isVirtual());
    assertEquals(undisturbed(1, 1), StudyRow.table(study));
  }

  @Test
  void aFullDiskIsWaitedForAndNothingIsLost() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    study.fail(5);
    Silence heard = new Silence();
    var runner = runner(FakeTraining::outcome);
    EngineTools tools = tools(runner, heard);
    EngineEnd end = new StudyEngine(study, tools, "main", Duration.ofMillis(1)).run();
    assertEquals(EngineEnd.DONE, end);
    assertEquals(undisturbed(2, 1), StudyRow.table(study));
    assertEquals(runner.submitted.size(), runner.submitted.stream().distinct().count());
    assertTrue(heard.words.getFirst().startsWith("the disk is full; the study waits"));
  }

  @Test
  void stoppingRecordsNoEndAndContinuingGivesTheSameTable() {
    MemoryStudy study = new MemoryStudy(PLAN, 3);
    AtomicInteger ends = new AtomicInteger();
    EngineEnd end =
        engine(
                study,
                runner(trial -> {
                  if (ends.incrementAndGet() == 5) {
                    study.post(new StudyCommand.Stop());
                  }
                  return FakeTraining.outcome(trial);
                }))
            .run();
    assertEquals(EngineEnd.STOPPED, end);
    assertTrue(StudyRow.table(study).size() < undisturbed(3, 2).size());
    assertTrue(StudyRow.table(study).stream().noneMatch(row -> row.outcome() instanceof Cancelled));
    assertEquals(EngineEnd.DONE, engine(study, runner(FakeTraining::outcome)).run());
    assertEquals(undisturbed(3, 2), StudyRow.table(study));
  }

  @Test
  void aStopThatNobodyTookIsOutOfDate() {
    MemoryStudy study = new MemoryStudy(PLAN, 3);
    study.post(new StudyCommand.Stop());
    assertEquals(EngineEnd.DONE, engine(study, runner(FakeTraining::outcome)).run());
  }

  @Test
  void aCancelledTrialIsAnEndAndCanBeRetried() {
    MemoryStudy study = new MemoryStudy(PLAN, 1);
    engine(study, new Hesitant(key -> study.post(new StudyCommand.Cancel(key)))).run();
    Attempt first = study.attempts().getFirst();
    String key = first.id().trial();
    assertInstanceOf(Cancelled.class, first.end().orElseThrow().outcome());
    assertEquals(1, study.history(key).size());
    var retry = new StudyCommand.Retry(key);
    assertInstanceOf(CommandAnswer.Done.class, orders(study).carryOut(retry));
    engine(study, runner(FakeTraining::outcome)).run();
    assertEquals(2, study.history(key).size());
    assertInstanceOf(TrialOutcome.Scored.class, study.attempts(key).getLast());
    assertInstanceOf(CommandAnswer.Refused.class, orders(study).carryOut(retry));
  }

  @Test
  void aLimitOfTrialsPausesUntilTheUserResumes() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    study.change(new RunLimits(study.limits().places(), Optional.empty(), Optional.of(4)));
    Thread user = oncePaused(study, new StudyCommand.Stop());
    assertEquals(EngineEnd.STOPPED, engine(study, runner(FakeTraining::outcome)).run());
    assertTrue(user.isVirtual());
    assertTrue(StudyRow.table(study).size() <= 6, "two more may have been running");
  }

  @Test
  void anOverrideDecidesAStageThatIsStillSampled() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    var order =
        new StudyCommand.Override("main", new StageKind.Grouping(), "uniform", "it is simple");
    assertInstanceOf(CommandAnswer.Done.class, orders(study).carryOut(order));
    assertInstanceOf(CommandAnswer.Refused.class, orders(study).carryOut(order));
    engine(study, runner(FakeTraining::outcome)).run();
    assertEquals("uniform", study.path("main").decisions().getFirst().chosen());
    assertEquals(2, study.path("main").decisions().size());
  }

  @Test
  void metricsAreRecordedUnderTheirAttempt() {
    MemoryStudy study = new MemoryStudy(PLAN, 2);
    engine(study, runner(FakeTraining::outcome)).run();
    AttemptId attempt = study.attempts().getFirst().id();
    assertEquals(List.of("loss", "tokensPerSecond"), study.metrics(attempt));
    assertEquals(List.of(new MetricPoint(1, 0.7)), study.curve(attempt, "loss"));
  }

  private static Thread oncePaused(MemoryStudy study, StudyCommand command) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            while (study.state().phase() != StudyState.Phase.PAUSED) {
              Thread.sleep(5);
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          study.post(command);
        });
  }

  private static List<StudyRow> undisturbed(int slots, long order) {
    MemoryStudy study = new MemoryStudy(PLAN, slots);
    var runner =
        new ShufflingRunner(new SplittableRandom(order), Integer.MAX_VALUE, FakeTraining::outcome);
    assertEquals(EngineEnd.DONE, engine(study, runner).run());
    return StudyRow.table(study);
  }

  private static ShufflingRunner runner(Function<TrialSpec, TrialOutcome> outcomes) {
    return new ShufflingRunner(new SplittableRandom(1), Integer.MAX_VALUE, outcomes);
  }

  private static StudyEngine engine(MemoryStudy study, TrialRunners runners) {
    return new StudyEngine(study, tools(runners, new Silence()), "main");
  }

  private static EngineTools tools(TrialRunners runners, EngineListener listener) {
    return new EngineTools(
        runners, StudyEngineTest::nowhere, (_, _, _) -> {}, listener, InstantSource.system());
  }

  private static Provenance nowhere(TrialSpec trial, String device) {
    return new Provenance(Map.of(), device, "", "");
  }

  private static Orders orders(MemoryStudy study) {
    return new Orders(study, (_, _, _) -> {});
  }

  /// A runner whose first trial waits to be cancelled; the others end at once.
  private static final class Hesitant implements TrialRunner, TrialRunners {

    private final Consumer<String> waits;
    private final Map<String, Runnable> cancels = new HashMap<>();
    private boolean asked;

    Hesitant(Consumer<String> waits) {
      this.waits = waits;
    }

    @Override
    public TrialRunner open(List<Place> places) {
      return this;
    }

    @Override
    public void submit(TrialSpec trial, TrialListener listener) {
      if (asked) {
        listener.finished(trial, FakeTraining.outcome(trial));
        return;
      }
      asked = true;
      cancels.put(trial.id(), () -> listener.finished(trial, new Cancelled(1)));
      waits.accept(trial.id());
    }

    @Override
    public void cancel(String trial) {
      Objects.requireNonNull(cancels.get(trial)).run();
    }

    @Override
    public void close() {}
  }

  /// Remembers what happened.
  private static final class Silence implements EngineListener {

    final List<String> words = new ArrayList<>();

    @Override
    public void finished(TrialSpec trial, TrialOutcome outcome) {}

    @Override
    public void decided(StudyPath path, Decision decision) {}

    @Override
    public void happened(StudyEvent.Level level, String text) {
      words.add(text);
    }
  }
}
