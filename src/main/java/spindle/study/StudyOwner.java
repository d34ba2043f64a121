package spindle.study;

import java.util.List;
import java.util.Optional;

/// The records of a study in the hands of its one owner, who alone may change them.
///
/// A write that has returned is safe, whatever happens to process or machine. A write that fails
/// changes nothing, and may be tried again: if the disk is full, once there is room.
///
/// While it is open the owner is shown to live, by a thread of its own. Closing gives the study
/// back.
public interface StudyOwner extends StudyRecords {

  /// Runs several writes as one: all of them are recorded, or none.
  void together(Runnable writes);

  /// Records that a trial is attempted.
  ///
  /// @param trial as it is run, its id its [TrialKey]
  /// @return the attempt's name
  AttemptId begin(TrialSpec trial);

  /// Records how an attempt ended. The first end of an attempt counts; others are ignored.
  ///
  /// An attempt that ended because the whole study was stopped is not recorded.
  ///
  /// @throws IllegalArgumentException if it never began
  void finish(AttemptId attempt, TrialOutcome outcome, Provenance provenance);

  /// Sets all ended attempts at a trial aside: they stay recorded, but the trial counts as not yet
  /// attempted.
  ///
  /// @param key name of the trial, its [TrialKey]
  void setAside(String key);

  /// Records metrics of running attempts. A point that is recorded already is ignored.
  void record(List<AttemptMetric> points);

  /// Records a new path, or decisions and candidates added to one.
  ///
  /// @throws IllegalArgumentException if a decision that is recorded would be changed
  void save(StudyPath path);

  /// Records how a path is to be confirmed.
  void confirm(String path, ConfirmationPlan plan);

  /// Changes how candidates are compared.
  void change(Protocol protocol);

  /// Changes what the runner may use.
  void change(RunLimits limits);

  /// Tells what the owner is doing.
  void tell(StudyState state);

  /// Records that something happened, in a sentence for the user.
  void log(StudyEvent.Level level, String text);

  /// Returns the first command that has no answer yet.
  Optional<PostedCommand> next();

  /// Answers a command, so that it is not taken again. With [#together] the answer and what the
  /// command changed are recorded as one.
  void answer(long command, CommandAnswer answer);
}
