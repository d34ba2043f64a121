package spindle.cli;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.design.Admission;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.DesignSpace;
import spindle.design.LayerPlan;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.json.DesignFile;
import spindle.json.Json;
import spindle.study.Seed;

/// Draws, counts, explains and checks designs.
@Command(
    name = "design",
    mixinStandardHelpOptions = true,
    subcommands = DesignTransferCommand.class,
    description = "Draws, counts, explains and checks designs.")
final class DesignCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  DesignCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new UsageException("sample, count, explain, transfer or validate is missing");
  }

  @Command(
      name = "sample",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      abbreviateSynopsis = true,
      description =
          "Draws designs of a space that a budget pays for; the same seed, the same designs.")
  void sample(
      @Mixin SpaceOptions options,
      @Mixin BackboneOption backbone,
      @Option(
              names = "--budget",
              paramLabel = "SHARE",
              defaultValue = "0.5%",
              description = "Trainable share of the backbone's parameters (${DEFAULT-VALUE}).")
          Budget budget,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "1",
              description = "Designs to draw (${DEFAULT-VALUE}).")
          int count,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Seed of the draws (${DEFAULT-VALUE}).")
          long seed,
      @Option(names = "--json", description = "Print a design file each, one a line.")
          boolean json) {
    BackboneShape shape = backbone.info(services).shape();
    DesignSpace space = options.space(shape.layers());
    long allowed = budget.parameters(shape);
    Admission affordable = Admission.affordable(shape, allowed, Spending.DEFAULT);
    for (int i = 0; i < count; i++) {
      Seed draw = new Seed(seed).with("draw", i);
      Function<String, RandomGenerator> streams =
          dimension -> draw.with("dimension", dimension).generator();
      Design design = space.sample(streams, affordable);
      DesignFile file = new DesignFile(design, sizes(design, shape, allowed));
      terminal.out().println(json ? Json.line(file) : design.toString());
    }
  }

  @Command(
      name = "count",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      abbreviateSynopsis = true,
      description = "Counts the designs of a space, sizes not counted.")
  void count(@Mixin SpaceOptions options, @Mixin BackboneOption backbone) {
    int layers = backbone.layers(services);
    DesignSpace space = options.space(layers);
    BigInteger groupings = space.grouping().count(layers);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,d designs of %d layers in %d groups (%,d groupings)%n",
            space.size(),
            layers,
            space.groups(),
            groupings);
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      abbreviateSynopsis = true,
      description = "Tells what a design trains in each layer of a backbone and what that costs.")
  void explain(
      @Mixin DesignOptions options,
      @Mixin BackboneOption backbone,
      @Option(names = "--json", description = "Print it as a design file with sizes.")
          boolean json) {
    var info = backbone.info(services);
    TunedDesign tuned = options.on(info);
    if (!json) {
      new DesignText(tuned, info.shape()).lines().forEach(terminal.out()::println);
      return;
    }
    Optional<LayerPlan> plan =
        switch (tuned.tuning()) {
          case Tuning.Modules modules -> Optional.of(modules.plan());
          case Tuning.Full() -> Optional.empty();
        };
    Design design =
        tuned
            .design()
            .orElseThrow(() -> new CommandException("full fine-tuning has no design to print"));
    terminal.out().print(Json.pretty(new DesignFile(design, plan)));
  }

  @Command(
      name = "validate",
      mixinStandardHelpOptions = true,
      description = "Checks that files are designs; a broken one gives its line and field.")
  void validate(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Design files.")
          List<Path> files) {
    for (Path file : files) {
      DesignFile read = DesignFile.read(file);
      terminal
          .out()
          .println(file + ": " + read.design() + (read.plan().isPresent() ? ", with sizes" : ""));
    }
  }

  private static Optional<LayerPlan> sizes(Design design, BackboneShape shape, long allowed) {
    return switch (BudgetSolver.solve(design, shape, allowed, Spending.DEFAULT)) {
      case Solution.Feasible feasible -> Optional.of(feasible.plan());
      case Solution.Infeasible _ -> Optional.empty();
    };
  }
}
