package spindle.ui.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import spindle.study.StudyCommand;
import spindle.ui.live.LiveEvent.Doing;
import spindle.ui.plot.Curve;
import spindle.ui.plot.Samples;
import spindle.ui.support.Threads;

/// The trainings that run, wait or went wrong, and their curves.
///
/// [#take(LiveEvent)] belongs to the UI thread: one frame timer hands events over. The verbs return
/// at once.
public final class LiveViewModel {
  /// Finished curves that are kept to be shown, at least.
  public static final int FINISHED_KEPT = 100;

  /// Finished curves beyond those before the oldest are dropped together: to drop one, all others
  /// are drawn again.
  static final int SPARE = 25;

  /// What the curves show.
  public enum Measure {
    /// Training loss.
    LOSS,
    /// Score after each epoch.
    SCORE
  }

  /// The curves at a moment. Those that are live still grow.
  ///
  /// @param finished of trainings that have ended with a score
  /// @param live of trainings that run
  public record Curves(List<Curve> finished, List<Curve> live) {
    /// Copies the lists.
    public Curves {
      finished = List.copyOf(finished);
      live = List.copyOf(live);
    }
  }

  private final LiveGateway gateway;
  private final Threads threads;
  private final InstantSource clock;
  private final ObservableList<LiveTrial> trials = FXCollections.observableArrayList();
  private final Map<String, LiveTrial> byId = new HashMap<>();
  private final Deque<LiveTrial> finished = new ArrayDeque<>();
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.LOSS);
  private final ReadOnlyObjectWrapper<Curves> curves =
      new ReadOnlyObjectWrapper<>(new Curves(List.of(), List.of()));
  private final ReadOnlyObjectWrapper<LiveEvent.Activity> activity =
      new ReadOnlyObjectWrapper<>(new LiveEvent.Activity(Doing.NOTHING, "", 0));
  private final ObjectProperty<Optional<LiveTrial>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private int seen;

  /// Makes a model that has heard of nothing yet.
  public LiveViewModel(LiveGateway gateway, Threads threads, InstantSource clock) {
    this.gateway = gateway;
    this.threads = threads;
    this.clock = clock;
    measure.addListener(_ -> showCurves());
  }

  /// Begins to hear of trainings.
  ///
  /// @param hearer may be called from any thread and must hand each event to [#take(LiveEvent)] on
  ///   the UI thread
  public void listen(Consumer<LiveEvent> hearer) {
    threads.background().execute(() -> gateway.listen(hearer));
  }

  /// Trainings that run, wait, were stopped or failed, in the order that they were queued.
  public ObservableList<LiveTrial> trials() {
    return FXCollections.unmodifiableObservableList(trials);
  }

  /// The training that the user has chosen in the list.
  public ObjectProperty<Optional<LiveTrial>> chosenProperty() {
    return chosen;
  }

  /// Returns the order that stops the chosen training, if it runs.
  public Optional<StudyCommand> cancelChosen() {
    return chosen
        .get()
        .filter(trial -> trial.stateProperty().get() instanceof LiveTrial.State.Running)
        .map(trial -> new StudyCommand.Cancel(trial.id()));
  }

  /// Returns the order that trains the chosen training again, if it has ended.
  public Optional<StudyCommand> retryChosen() {
    return chosen
        .get()
        .filter(trial -> trial.stateProperty().get() instanceof LiveTrial.State.Ended)
        .map(trial -> new StudyCommand.Retry(trial.id()));
  }

  /// What the curves show.
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /// The curves; changes when a training begins or ends, not when one grows.
  public ReadOnlyObjectProperty<Curves> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /// What the study is doing.
  public ReadOnlyObjectProperty<LiveEvent.Activity> activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /// Returns the present time, for what is left of a training.
  public Instant now() {
    return clock.instant();
  }

  /// Takes one event into account. Events of trainings that were never queued are ignored.
  public void take(LiveEvent event) {
    if (event instanceof LiveEvent.Queued(String id, String label)) {
      queued(id, label);
      return;
    }
    if (event instanceof LiveEvent.Activity now) {
      activity.set(now);
      return;
    }
    LiveTrial trial = byId.get(event.trial());
    if (trial == null) {
      return;
    }
    switch (event) {
      case LiveEvent.Queued _, LiveEvent.Activity _ -> {}
      case LiveEvent.Started started -> started(trial, started);
      case LiveEvent.Progressed progressed -> progressed(trial, progressed);
      case LiveEvent.Occupied occupied -> trial.occupy(occupied.bytes());
      case LiveEvent.Scored scored ->
          trial.run().score().add(scored.step(), scored.second(), scored.score());
      case LiveEvent.Ended ended -> ended(trial, ended);
      case LiveEvent.Withdrawn _ -> remove(trial);
    }
  }

  private void queued(String id, String label) {
    LiveTrial old = byId.get(id);
    if (old != null) {
      old.set(new LiveTrial.State.Waiting()); // queued again
      return;
    }
    LiveTrial trial = new LiveTrial(id, label, seen++);
    byId.put(id, trial);
    trials.add(trial);
  }

  private void started(LiveTrial trial, LiveEvent.Started event) {
    trial.begin(
        new LiveTrial.Run(
            event.steps(),
            event.stepsPerEpoch(),
            event.device(),
            event.begun(),
            new Samples(),
            new Samples()));
    showCurves();
  }

  private void progressed(LiveTrial trial, LiveEvent.Progressed event) {
    trial.run().loss().add(event.step(), event.second(), event.loss());
    trial.progress(event.step(), event.tokensPerSecond());
  }

  private void ended(LiveTrial trial, LiveEvent.Ended event) {
    trial.set(new LiveTrial.State.Ended(event.end(), event.words()));
    if (event.end() == LiveEvent.End.SCORED) {
      trials.remove(trial);
      byId.remove(trial.id());
      finished.addLast(trial);
      if (finished.size() > FINISHED_KEPT + SPARE) {
        while (finished.size() > FINISHED_KEPT) {
          finished.removeFirst();
        }
      }
    }
    showCurves();
  }

  private void showCurves() {
    List<LiveTrial> running =
        trials.stream()
            .filter(trial -> trial.stateProperty().get() instanceof LiveTrial.State.Running)
            .toList();
    curves.set(
        new Curves(
            finished.stream().map(this::curve).toList(),
            running.stream().map(this::curve).toList()));
  }

  private Curve curve(LiveTrial trial) {
    LiveTrial.Run run = trial.run();
    Samples samples =
        switch (measure.get()) {
          case LOSS -> run.loss();
          case SCORE -> run.score();
        };
    return new Curve(trial.label(), samples, run.stepsPerEpoch(), trial.series());
  }

  /// Starts the study, pauses it, or lets it go on, whichever is next.
  public void startOrPause() {
    switch (activity.get().activity()) {
      case NOTHING -> ask(Doing.STARTING, gateway::start);
      case TRAINING -> threads.background().execute(gateway::pause);
      case PAUSED -> threads.background().execute(gateway::resume);
      case STARTING, STOPPING, READ_ONLY -> {}
    }
  }

  /// What was asked for is shown before it has come true.
  private void ask(Doing next, Runnable verb) {
    LiveEvent.Activity now = activity.get();
    activity.set(new LiveEvent.Activity(next, now.words(), now.waiting()));
    threads.background().execute(verb);
  }

  /// Stops a training.
  public void stop(LiveTrial trial) {
    threads.background().execute(() -> gateway.stop(trial.id()));
  }

  /// Stops all trainings.
  public void stopAll() {
    ask(Doing.STOPPING, gateway::stopAll);
  }

  /// Queues a training again that was stopped or lost.
  public void retry(LiveTrial trial) {
    threads.background().execute(() -> gateway.retry(trial.id()));
  }

  /// Takes a training that has ended off the list.
  public void dismiss(LiveTrial trial) {
    if (trial.stateProperty().get() instanceof LiveTrial.State.Ended) {
      remove(trial);
    }
  }

  private void remove(LiveTrial trial) {
    trials.remove(trial);
    byId.remove(trial.id());
    if (!(trial.stateProperty().get() instanceof LiveTrial.State.Waiting)) {
      showCurves();
    }
  }
}
