package spindle.training.worker;

import java.util.List;
import java.util.Map;
import spindle.study.TrialOutcome;

/// What a worker tells its supervisor, one JSON line each; the package describes the protocol.
sealed interface Event {

  /// The trainer is open and the slots are free.
  ///
  /// @param versions of what the numbers depend on, by name
  record Ready(String device, int slots, Map<String, String> versions) implements Event {
    /// Copies the versions.
    public Ready {
      versions = Map.copyOf(versions);
    }
  }

  /// A trial has begun.
  ///
  /// @param steps optimizer steps that it will take
  record Started(String trial, int steps) implements Event {}

  /// Steps that a trial took since its last such message.
  ///
  /// @param seq number of the message in this run of the trial, from 1
  record Progress(String trial, int seq, List<Point> points) implements Event {
    /// Copies the points.
    public Progress {
      points = List.copyOf(points);
    }
  }

  /// A split was scored after an epoch.
  record Scored(String trial, int epoch, double score) implements Event {}

  /// A trial has ended; its slot is free.
  record Finished(String trial, TrialOutcome outcome) implements Event {}

  /// The worker lives.
  ///
  /// @param residentBytes memory of the process; 0 where the system does not tell
  /// @param steps last step of each trial that it was given and that has not ended
  record Heartbeat(long residentBytes, Map<String, Integer> steps) implements Event {
    /// Copies the steps.
    public Heartbeat {
      steps = Map.copyOf(steps);
    }
  }

  /// The worker cannot go on and ends.
  ///
  /// @param message one sentence for the user
  record Fatal(String message) implements Event {}

  /// One report of a trial's training.
  ///
  /// @param step last step taken, from 1
  /// @param loss mean training loss since the last point
  /// @param tokensPerSecond tokens trained in a second
  record Point(int step, double loss, double tokensPerSecond) {}
}
