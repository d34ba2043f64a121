package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.LayerPlan;
import spindle.design.ParameterCount;
import spindle.design.Preset;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.json.DesignFile;
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
      description =
          "Trainable share of the backbone's parameters (0.5%%). A design file that holds sizes"
              + " keeps them unless this is given.")
  private Optional<Budget> budget = Optional.empty();

  @Option(
      names = "--scale",
      order = 1,
      description = "Scale a design file that was made for another number of layers.")
  private boolean scale;

  /// Returns what is tuned on a backbone.
  ///
  /// @throws UsageException if neither or both of preset and design are given
  /// @throws CommandException if the design does not fit or the budget does not pay for it
  TunedDesign on(BackboneInfo backbone) {
    if (preset.isPresent() == file.isPresent()) {
      throw new UsageException("either --preset or --design is needed");
    }
    return preset
        .map(named -> ofPreset(named, backbone))
        .or(() -> file.map(path -> ofFile(path, backbone)))
        .orElseThrow();
  }

  private TunedDesign ofPreset(Preset named, BackboneInfo backbone) {
    BackboneShape shape = backbone.shape();
    Optional<Design> design = UsageException.check(() -> named.design(shape.layers()));
    Tuning tuning =
        design
            .<Tuning>map(d -> new Tuning.Modules(sizes(d, shape), named.outside()))
            .orElseGet(Tuning.Full::new);
    long allowed = design.isPresent() ? allowed(shape) : shape.parameters();
    return new TunedDesign(
        TunedDesign.Kind.PRESET,
        named.label(),
        design,
        tuning,
        ParameterCount.of(tuning, shape, backbone.pooler()),
        allowed);
  }

  private TunedDesign ofFile(Path path, BackboneInfo backbone) {
    BackboneShape shape = backbone.shape();
    DesignFile read = DesignFile.read(path);
    Design design = fitting(read.design(), path, shape);
    boolean keeps = budget.isEmpty() && read.plan().isPresent() && design.equals(read.design());
    LayerPlan plan = keeps ? read.plan().orElseThrow() : sizes(design, shape);
    Tuning tuning = new Tuning.Modules(plan, Tuning.Outside.FROZEN);
    long trainable = ParameterCount.of(tuning, shape, backbone.pooler());
    return new TunedDesign(
        TunedDesign.Kind.FILE,
        path.toString(),
        Optional.of(design),
        tuning,
        trainable,
        keeps ? trainable : allowed(shape));
  }

  private Design fitting(Design design, Path path, BackboneShape shape) {
    if (design.layers() == shape.layers()) {
      return design;
    }
    if (!scale) {
      throw new CommandException(
          "%s: the design has %d layers but the backbone has %d; --scale makes it fit"
              .formatted(path, design.layers(), shape.layers()));
    }
    return UsageException.check(() -> design.scaledTo(shape.layers()));
  }

  private long allowed(BackboneShape shape) {
    return budget.orElse(Budget.PAPER).parameters(shape);
  }

  private LayerPlan sizes(Design design, BackboneShape shape) {
    return switch (BudgetSolver.solve(design, shape, allowed(shape), Spending.DEFAULT)) {
      case Solution.Feasible feasible -> feasible.plan();
      case Solution.Infeasible infeasible ->
          throw new CommandException(
              "the budget is too small: " + String.join(" ", infeasible.reasons()));
    };
  }
}
