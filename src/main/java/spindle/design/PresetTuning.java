package spindle.design;

/// What a preset trains on a backbone within a budget.
public sealed interface PresetTuning {

  /// Full fine-tuning.
  record Whole() implements PresetTuning {
    /// Returns full fine-tuning.
    public Tuning tuning() {
      return new Tuning.Full();
    }
  }

  /// A design that the budget pays for.
  ///
  /// @param design the design
  /// @param solution its sizes and what they use
  /// @param tuning what is trained
  record Designed(Design design, Solution.Feasible solution, Tuning.Modules tuning)
      implements PresetTuning {}

  /// A design that the budget does not pay for.
  ///
  /// @param design the design
  /// @param solution why not
  record Refused(Design design, Solution.Infeasible solution) implements PresetTuning {}
}
