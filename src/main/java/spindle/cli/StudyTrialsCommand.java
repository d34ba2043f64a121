package spindle.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.export.TrialTable;
import spindle.study.StudyRecords;

/// Prints the table of a study's trials.
@Command(
    name = "trials",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints one row for each trial that has ended, in an order that does not depend on time.",
      "Two studies of one plan give the same bytes unless --with-timing is given."
    })
final class StudyTrialsCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--csv", description = "Comma-separated values, RFC 4180 (the default).")
  private boolean csv;

  @Option(names = "--json", description = "One JSON object a row, one a line.")
  private boolean json;

  @Option(
      names = "--with-timing",
      description = "With attempt, times, device and hashes, which differ between studies.")
  private boolean timing;

  StudyTrialsCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (csv && json) {
      throw new UsageException("--csv and --json exclude each other");
    }
    try (StudyRecords records = services.studies().get().files().read(file)) {
      TrialTable table =
          TrialTable.of(records, timing ? TrialTable.Timing.INCLUDED : TrialTable.Timing.LEFT_OUT);
      if (json) {
        table.jsonLines().forEach(terminal.out()::println);
      } else {
        terminal.out().print(table.csv());
      }
      terminal.out().flush();
    }
  }
}
