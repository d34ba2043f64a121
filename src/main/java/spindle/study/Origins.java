package spindle.study;

/// Knows where results come from. The study owns this interface; the program implements it.
public interface Origins {

  /// Returns the provenance of what a trial gives on this machine, as it is now.
  ///
  /// @param device label of the device, or of all devices if the runner chooses
  Provenance of(TrialSpec trial, String device);
}
