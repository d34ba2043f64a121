package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.ParameterCount;
import spindle.design.Preset;
import spindle.design.PresetTuning;
import spindle.design.Solution;
import spindle.design.Tuning;
import spindle.study.BackboneInfo;

/// The options that say what is tuned: a preset or a design file, within a budget.
final class DesignOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      order = 0,
      description = "A named design: S4, S4-3b, Full, Adapter, Prefix, BitFit, LoRA and others.")
  private Optional<Preset> preset = Optional.empty();

  @Option(
      names = "--design",
      paramLabel = "FILE",
      order = 0,
      description = "A design in JSON, in the place of a preset.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "SHARE",
      order = 1,
      defaultValue = "0.5%",
      description = "Trainable share of the backbone's parameters (${DEFAULT-VALUE}).")
  private Budget budget = Budget.PAPER;

  /// Returns the budget.
  Budget budget() {
    return budget;
  }

  /// Returns what is tuned on a backbone.
  ///
  /// @throws UsageException if neither or both of preset and design are given
  /// @throws CommandException if the budget does not pay for it
  TunedDesign on(BackboneInfo backbone) {
    if (preset.isPresent() == file.isPresent()) {
      throw new UsageException("either --preset or --design is needed");
    }
    return preset.map(named -> ofPreset(named, backbone)).orElseThrow();
  }

  private TunedDesign ofPreset(Preset named, BackboneInfo backbone) {
    BackboneShape shape = backbone.shape();
    long allowed = budget.parameters(shape);
    Tuning tuning =
        switch (UsageException.check(() -> named.tuning(shape, allowed))) {
          case PresetTuning.Whole whole -> whole.tuning();
          case PresetTuning.Designed designed -> designed.tuning();
          case PresetTuning.Refused refused -> throw refuse(refused.solution());
        };
    return tuned(TunedDesign.Kind.PRESET, named.label(), tuning, backbone);
  }

  private TunedDesign tuned(
      TunedDesign.Kind kind, String name, Tuning tuning, BackboneInfo backbone) {
    BackboneShape shape = backbone.shape();
    long trainable = ParameterCount.of(tuning, shape, backbone.pooler());
    long allowed =
        switch (tuning) {
          case Tuning.Full() -> shape.parameters();
          case Tuning.Modules _ -> budget.parameters(shape);
        };
    return new TunedDesign(kind, name, tuning, trainable, allowed);
  }

  private static CommandException refuse(Solution.Infeasible infeasible) {
    return new CommandException(
        "the budget is too small: " + String.join(" ", infeasible.reasons()));
  }
}
