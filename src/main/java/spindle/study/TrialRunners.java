package spindle.study;

import java.util.List;

/// Opens runners. The study owns this interface; training implements it.
public interface TrialRunners {

  /// Returns a runner that trains on some devices of this machine, to be closed by the caller.
  ///
  /// @param places each device once, never empty
  TrialRunner open(List<Place> places);
}
