package spindle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.export.TableFormat;
import spindle.export.TrialTable;
import spindle.study.StudyRecords;

/// Prints the table of a study's trials.
@Command(
    name = "trials",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints one row for each trial that has ended, in an order that does not depend on time.",
      "Two studies of one plan give the same bytes unless --with-timing is given.",
      "With --out the table goes to a file of CSV, JSON or Parquet instead."
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
      names = "--out",
      paramLabel = "OUT",
      description = {
        "Write the table to this file, in the format of its ending: .csv, .json (one array),",
        ".jsonl (an object a line) or .parquet."
      })
  private Optional<Path> out = Optional.empty();

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
    if (out.isPresent() && (csv || json)) {
      throw new UsageException("the ending of --out tells the format; leave out --csv and --json");
    }
    out.ifPresent(StudyTrialsCommand::requireFormat);
    try (StudyRecords records = services.studies().get().files().read(file)) {
      TrialTable table =
          TrialTable.of(records, timing ? TrialTable.Timing.INCLUDED : TrialTable.Timing.LEFT_OUT);
      if (out.isPresent()) {
        write(table, out.get());
      } else if (json) {
        table.jsonLines().forEach(terminal.out()::println);
      } else {
        terminal.out().print(table.csv());
      }
      terminal.out().flush();
    }
  }

  private void write(TrialTable table, Path to) {
    try {
      table.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.err().println(to + " holds " + table.rows().size() + " trials");
  }

  private static void requireFormat(Path file) {
    if (TableFormat.of(file).isEmpty()) {
      throw new UsageException(
          "--out "
              + file
              + ": the ending is none of "
              + Stream.of(TableFormat.values())
                  .map(TableFormat::ending)
                  .collect(Collectors.joining(", ")));
    }
  }
}
