package spindle.study;

import java.util.List;

/// What is recorded of trials. A study is a pure function of its plan, its decisions and this.
@FunctionalInterface
public interface TrialLog {

  /// Returns how the attempts at a trial ended, first one first; empty if there was none.
  ///
  /// An attempt that ended because the whole study was stopped is not recorded.
  ///
  /// @param key name of the trial, its [TrialKey]
  List<TrialOutcome> attempts(String key);
}
