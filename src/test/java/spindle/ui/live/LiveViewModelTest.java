package spindle.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import spindle.study.StudyCommand;
import spindle.ui.live.LiveEvent.Doing;
import spindle.ui.plot.Curve;

class LiveViewModelTest {
  private final SampleLive study = new SampleLive();
  private final LiveViewModel model = study.model();

  @BeforeEach
  void listen() {
    model.listen(model::take);
  }

  @Test
  void aTrainingGoesFromWaitingToRunningToItsCurve() {
    study.tell(new LiveEvent.Queued("t1", "Spindle 1"));
    assertEquals(new LiveTrial.State.Waiting(), model.trials().getFirst().stateProperty().get());
    study.tell(new LiveEvent.Started("t1", 100, 50, "cpu", study.instant()));
    study.tell(new LiveEvent.Progressed("t1", 25, 10, 0.7, 900));
    LiveTrial trial = model.trials().getFirst();
    assertEquals(0.25, trial.progress());
    assertEquals(1, model.curvesProperty().get().live().size());
    study.tell(new LiveEvent.Ended("t1", LiveEvent.End.SCORED, "0.88"));
    assertTrue(model.trials().isEmpty());
    assertEquals(0, model.curvesProperty().get().live().size());
    assertEquals(1, model.curvesProperty().get().finished().size());
  }

  @Test
  void whatIsLeftFollowsTheSpeedSoFar() {
    study.tellRun("t1", "Spindle 1", 100, 0);
    LiveTrial trial = model.trials().getFirst();
    assertEquals(Optional.empty(), trial.left(model.now()));
    study.pass(10);
    study.tell(new LiveEvent.Progressed("t1", 25, 10, 0.7, 900));
    assertEquals(Optional.of(Duration.ofSeconds(30)), trial.left(model.now()));
  }

  @Test
  void theMemoryOfItsProcessIsKeptFromStepToStep() {
    study.tell(new LiveEvent.Queued("t1", "Spindle 1"));
    study.tell(new LiveEvent.Occupied("t1", 5)); // it has not begun
    assertEquals(new LiveTrial.State.Waiting(), model.trials().getFirst().stateProperty().get());
    study.tell(new LiveEvent.Started("t1", 100, 50, "cpu", study.instant()));
    study.tell(new LiveEvent.Occupied("t1", 1_300_000_000));
    study.tell(new LiveEvent.Progressed("t1", 25, 10, 0.7, 900));
    assertEquals(
        new LiveTrial.State.Running(25, 900, 1_300_000_000),
        model.trials().getFirst().stateProperty().get());
    assertEquals("1.3 GB", spindle.ui.Texts.memory(1_300_000_000));
    assertEquals("840 MB", spindle.ui.Texts.memory(840_000_000));
  }

  @Test
  void aLostTrainingStaysAndCanBeTriedAgain() {
    study.tellRun("t1", "Spindle 1", 100, 3);
    study.tell(new LiveEvent.Ended("t1", LiveEvent.End.LOST, "The worker ended at step 3."));
    LiveTrial trial = model.trials().getFirst();
    model.retry(trial);
    assertEquals(List.of("retry t1"), study.verbs);
    study.tell(new LiveEvent.Queued("t1", "Spindle 1"));
    assertEquals(1, model.trials().size());
    study.tell(new LiveEvent.Started("t1", 100, 50, "cpu", study.instant()));
    study.tell(new LiveEvent.Progressed("t1", 1, 0.5, 0.9, 900));
    assertEquals(0.01, trial.progress());
    assertEquals(1, model.curvesProperty().get().live().getFirst().samples().size());
  }

  @Test
  void onlyWhatHasEndedCanBeDismissed() {
    study.tellRun("t1", "Spindle 1", 100, 3);
    LiveTrial trial = model.trials().getFirst();
    model.dismiss(trial);
    assertEquals(1, model.trials().size());
    study.tell(new LiveEvent.Ended("t1", LiveEvent.End.FAILED, "Diverged at step 4."));
    model.dismiss(trial);
    assertEquals(0, model.trials().size());
  }

  @Test
  void theLastHundredCurvesAreKeptAndTheOldestDroppedTogether() {
    for (int i = 0; i < 130; i++) {
      study.tellRun("t" + i, "Trial " + i, 10, 2);
      study.tell(new LiveEvent.Ended("t" + i, LiveEvent.End.SCORED, "0.8"));
    }
    List<Curve> finished = model.curvesProperty().get().finished();
    assertEquals(104, finished.size()); // the 126th left a hundred
    assertEquals("Trial 26", finished.getFirst().trial());
    assertEquals("Trial 129", model.curvesProperty().get().finished().getLast().trial());
  }

  @Test
  void theVerbsReachTheStudy() {
    model.startOrPause();
    assertEquals(Doing.STARTING, model.activityProperty().get().activity());
    doing(Doing.TRAINING);
    study.tellRun("t1", "Spindle 1", 100, 3);
    model.startOrPause();
    doing(Doing.PAUSED);
    model.startOrPause();
    doing(Doing.TRAINING);
    model.stop(model.trials().getFirst());
    model.stopAll();
    assertEquals(Doing.STOPPING, model.activityProperty().get().activity());
    assertEquals(List.of("start", "pause", "resume", "stop t1", "stop all"), study.verbs);
  }

  private void doing(Doing what) {
    study.tell(new LiveEvent.Activity(what, "", 0));
  }

  @Test
  void whatWasStoppedWithItsStudyLeavesTheList() {
    study.tellRun("t1", "Spindle 1", 100, 3);
    study.tell(new LiveEvent.Withdrawn("t1"));
    assertTrue(model.trials().isEmpty());
    assertEquals(0, model.curvesProperty().get().live().size());
  }

  @Test
  void theScoreHasItsOwnCurve() {
    study.tellRun("t1", "Spindle 1", 100, 30);
    study.tell(new LiveEvent.Scored("t1", 30, 12, 0.81));
    model.measureProperty().set(LiveViewModel.Measure.SCORE);
    assertEquals(1, model.curvesProperty().get().live().getFirst().samples().size());
  }

  @Test
  void eventsOfUnknownTrainingsAreIgnored() {
    study.tell(new LiveEvent.Progressed("ghost", 1, 1, 0.5, 10));
    assertTrue(model.trials().isEmpty());
  }

  @Test
  void theChosenTrainingHasOrdersOfItsOwn() {
    study.tellRun("t1", "Spindle 1", 100, 3);
    assertEquals(Optional.empty(), model.cancelChosen());
    model.chosenProperty().set(Optional.of(model.trials().getFirst()));
    assertEquals(Optional.of(new StudyCommand.Cancel("t1")), model.cancelChosen());
    assertEquals(Optional.empty(), model.retryChosen());
    study.tell(new LiveEvent.Ended("t1", LiveEvent.End.LOST, "out of memory"));
    assertEquals(Optional.of(new StudyCommand.Retry("t1")), model.retryChosen());
  }
}
