package spindle.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import spindle.ui.plot.Curve;
import spindle.ui.plot.Samples;
import spindle.ui.support.Threads;

/// The trainings that run, wait or went wrong, and their curves.
///
/// [#take(LiveEvent)] belongs to the UI thread: one frame timer hands events over. The verbs return
/// at once.
public final class LiveViewModel {
  /// Most finished curves that are kept to be shown.
  public static final int FINISHED_KEPT = 100;

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
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
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

  /// What the curves show.
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /// The curves; changes when a training begins or ends, not when one grows.
  public ReadOnlyObjectProperty<Curves> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /// Whether no more trainings are started.
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
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
    LiveTrial trial = byId.get(event.trial());
    if (trial == null) {
      return;
    }
    switch (event) {
      case LiveEvent.Queued _ -> {}
      case LiveEvent.Started started -> started(trial, started);
      case LiveEvent.Progressed progressed -> progressed(trial, progressed);
      case LiveEvent.Scored scored ->
          trial.run().score().add(scored.step(), seconds(trial), scored.score());
      case LiveEvent.Ended ended -> ended(trial, ended);
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
            clock.instant(),
            new Samples(),
            new Samples()));
    showCurves();
  }

  private void progressed(LiveTrial trial, LiveEvent.Progressed event) {
    trial.run().loss().add(event.step(), seconds(trial), event.loss());
    trial.set(new LiveTrial.State.Running(event.step(), event.tokensPerSecond()));
  }

  private double seconds(LiveTrial trial) {
    return Duration.between(trial.run().begun(), clock.instant()).toNanos() / 1e9;
  }

  private void ended(LiveTrial trial, LiveEvent.Ended event) {
    trial.set(new LiveTrial.State.Ended(event.end(), event.words()));
    if (event.end() == LiveEvent.End.SCORED) {
      trials.remove(trial);
      byId.remove(trial.id());
      finished.addLast(trial);
      if (finished.size() > FINISHED_KEPT) {
        finished.removeFirst();
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

  /// Starts no more trainings, or starts them again if none are started now.
  public void pauseOrResume() {
    boolean pause = !paused.get();
    paused.set(pause);
    threads.background().execute(pause ? gateway::pause : gateway::resume);
  }

  /// Stops a training.
  public void stop(LiveTrial trial) {
    threads.background().execute(() -> gateway.stop(trial.id()));
  }

  /// Stops all trainings.
  public void stopAll() {
    threads.background().execute(gateway::stopAll);
  }

  /// Queues a training again that was stopped or lost.
  public void retry(LiveTrial trial) {
    threads.background().execute(() -> gateway.retry(trial.id()));
  }

  /// Takes a training that has ended off the list.
  public void dismiss(LiveTrial trial) {
    if (trial.stateProperty().get() instanceof LiveTrial.State.Ended) {
      trials.remove(trial);
      byId.remove(trial.id());
    }
  }
}
