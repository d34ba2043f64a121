package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.ParameterCount;
import spindle.design.Preset;
import spindle.design.PresetTuning;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.json.DesignFile;

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
  TunedDesign on(BackboneShape shape) {
    if (preset.isPresent() == file.isPresent()) {
      throw new UsageException("either --preset or --design is needed");
    }
    return preset.map(named -> preset(named, shape)).orElseGet(() -> file(file.get(), shape));
  }
}
