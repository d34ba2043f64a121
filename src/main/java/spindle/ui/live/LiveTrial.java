package spindle.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import spindle.ui.plot.Samples;

/// A training as the live page knows it. Changed by its view model only, on the UI thread.
public final class LiveTrial {

  /// How it stands.
  public sealed interface State {
    /// It waits for a free device.
    record Waiting() implements State {}

    /// It runs.
    ///
    /// @param step last step taken
    /// @param tokensPerSecond its speed
    /// @param bytes memory of the process that trains it; 0 if it has not told
    record Running(int step, double tokensPerSecond, long bytes) implements State {}

    /// It has ended.
    ///
    /// @param end how
    /// @param words what the user is told
    record Ended(LiveEvent.End end, String words) implements State {}
  }

  private final String id;
  private final String label;
  private final int series;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Waiting());
  private Run run = new Run(1, 1, "", Instant.EPOCH, new Samples(), new Samples());

  /// One attempt.
  ///
  /// @param steps steps that it will take
  /// @param stepsPerEpoch steps of a pass over its examples
  /// @param device what it runs on
  /// @param begun when
  /// @param loss its losses
  /// @param score its scores
  record Run(
      int steps, double stepsPerEpoch, String device, Instant begun, Samples loss, Samples score) {}

  LiveTrial(String id, String label, int series) {
    this.id = id;
    this.label = label;
    this.series = series;
  }

  /// Returns its id.
  public String id() {
    return id;
  }

  /// Returns what the user knows it by.
  public String label() {
    return label;
  }

  /// Returns the index of its colour.
  public int series() {
    return series;
  }

  /// Returns what it runs on; empty before it runs.
  public String device() {
    return run.device();
  }

  /// Returns the steps that it will take.
  public int steps() {
    return run.steps();
  }

  /// How it stands.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Returns the share of its steps that it has taken.
  public double progress() {
    return switch (state.get()) {
      case State.Waiting _ -> 0;
      case State.Running(int step, double _, long _) -> Math.min(1, step / (double) run.steps());
      case State.Ended _ -> 1;
    };
  }

  /// Returns the time that is left if it goes on as it did so far; empty unless it runs.
  public Optional<Duration> left(Instant now) {
    if (!(state.get() instanceof State.Running(int step, double _, long _)) || step < 1) {
      return Optional.empty();
    }
    double seconds = Duration.between(run.begun(), now).toMillis() / 1000.0;
    long rest = Math.round(seconds / step * (run.steps() - step));
    return Optional.of(Duration.ofSeconds(Math.max(0, rest)));
  }

  Run run() {
    return run;
  }

  void begin(Run attempt) {
    run = attempt;
    state.set(new State.Running(0, 0, 0));
  }

  /// Takes note of steps that were taken.
  void progress(int step, double tokensPerSecond) {
    long bytes = state.get() instanceof State.Running(int _, double _, long known) ? known : 0;
    state.set(new State.Running(step, tokensPerSecond, bytes));
  }

  /// Takes note of the memory of its process, while it runs.
  void occupy(long bytes) {
    if (state.get() instanceof State.Running(int step, double speed, long _)) {
      state.set(new State.Running(step, speed, bytes));
    }
  }

  void set(State next) {
    state.set(next);
  }
}
