package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.design.ParameterCount;
import spindle.design.Solution;
import spindle.design.Tuning;
import spindle.export.PatternFile;
import spindle.export.PatternTransfer;
import spindle.json.DesignFile;
import spindle.json.Json;
import spindle.study.BackboneInfo;

/// Carries a pattern over to another backbone.
@Command(
    name = "transfer",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Carries a study's pattern over to a backbone of other depth and width: groups and",
      "allocation are rescaled, sizes found anew for the same share of its parameters."
    })
final class DesignTransferCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "PATTERN", description = "What `study export --pattern` wrote.")
  private Path file = Path.of("");

  @Mixin private final BackboneOption backbone = new BackboneOption();

  @Option(names = "--json", description = "Print it as a design file with sizes.")
  private boolean json;

  DesignTransferCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    PatternFile pattern = PatternFile.read(file);
    BackboneInfo info = backbone.info(services);
    PatternTransfer transfer =
        UsageException.check(() -> PatternTransfer.to(pattern, info.shape()));
    Solution.Feasible solution =
        switch (transfer.solution()) {
          case Solution.Feasible feasible -> feasible;
          case Solution.Infeasible infeasible ->
              throw new CommandException(
                  file
                      + ": the same share of this backbone does not pay for the pattern: "
                      + String.join(" ", infeasible.reasons()));
        };
    if (json) {
      terminal
          .out()
          .print(Json.pretty(new DesignFile(transfer.design(), Optional.of(solution.plan()))));
      return;
    }
    Tuning tuning = new Tuning.Modules(solution.plan(), Tuning.Outside.FROZEN);
    TunedDesign tuned =
        new TunedDesign(
            TunedDesign.Kind.FILE,
            file.toString(),
            Optional.of(transfer.design()),
            tuning,
            ParameterCount.of(tuning, info.shape(), info.pooler()),
            solution.target());
    new DesignText(tuned, info.shape()).lines().forEach(terminal.out()::println);
  }
}
