package spindle.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import spindle.study.Protocol;
import spindle.study.StudyCommand;

/// Changes how the candidates of a study are compared.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Changes how candidates are compared, also while the study runs; what is not given stays.",
      "Decisions that were taken stay as they are. Going on after a stage is sampled to its end",
      "needs more --draws."
    })
final class StudyCompareCommand implements Runnable {

  private final StudyOrder order;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Mixin private final ProtocolOptions protocol = new ProtocolOptions();

  StudyCompareCommand(Services services, Terminal terminal) {
    this.order = new StudyOrder(services, terminal);
  }

  @Override
  public void run() {
    Protocol old = order.ask(file, records -> records.plan().protocol());
    order.send(file, new StudyCommand.Compare(UsageException.check(() -> protocol.changed(old))));
  }
}
