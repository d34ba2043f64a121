package spindle.study;

import java.util.List;
import java.util.Optional;

/// What is recorded of a study.
///
/// Safe for use by several threads. Each call sees all that was recorded before it, by any process.
/// A returned value is never changed by later writes.
public interface StudyRecords extends TrialLog, AutoCloseable {

  /// Returns the plan, with the protocol that is in force now.
  StudyPlan plan();

  /// Returns what the runner may use.
  RunLimits limits();

  /// Returns what the owner said last of what it is doing. After a crash it is out of date; see
  /// [#owner()].
  StudyState state();

  /// Returns who owns the study; empty if nobody does. Whether it still lives, [Ownership] tells.
  Optional<Ownership> owner();

  /// Returns all paths, in the order in which they were made; `main` is the first.
  List<StudyPath> paths();

  /// Returns a path.
  ///
  /// @throws IllegalArgumentException naming the paths if there is none of that name
  default StudyPath path(String name) {
    List<StudyPath> all = paths();
    return all.stream()
        .filter(path -> path.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no path \""
                    + name
                    + "\" (there are: "
                    + String.join(", ", all.stream().map(StudyPath::name).toList())
                    + ")"));
  }

  /// Returns how a path is to be confirmed; empty if that was not asked for.
  Optional<ConfirmationPlan> confirmation(String path);

  /// Returns a trial that was attempted.
  ///
  /// @param key name of the trial, its [TrialKey]
  Optional<TrialSpec> trial(String key);

  /// Returns all attempts at all trials, in the order in which they began.
  List<Attempt> attempts();

  /// Returns all attempts at one trial, first one first, those set aside included.
  ///
  /// @param key name of the trial, its [TrialKey]
  List<Attempt> history(String key);

  /// Returns the names of the metrics that an attempt reported, sorted.
  List<String> metrics(AttemptId attempt);

  /// Returns what an attempt reported of a metric, by step.
  List<MetricPoint> curve(AttemptId attempt, String metric);

  /// Returns what happened, in order.
  ///
  /// @param after number of the last event that is known already, 0 for all
  List<StudyEvent> events(long after);

  /// Returns the commands posted, in order, with their answers as far as there are any.
  ///
  /// @param after number of the last command that is known already, 0 for all
  List<PostedCommand> commands(long after);

  /// Returns a number that differs from the one before if anything was recorded in between. Cheap
  /// enough to be asked several times a second.
  long version();

  /// Returns what is wrong with the file and what to do, in one sentence; empty if it is sound.
  Optional<String> notice();

  @Override
  void close();
}
