package spindle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.export.PatternExport;
import spindle.export.TableFormat;
import spindle.export.TrialTable;
import spindle.export.VerdictReport;
import spindle.json.Json;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;

/// Writes what a study found to files.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the pattern and the tables of a study to files.")
final class StudyExportCommand implements Runnable {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--pattern",
      paramLabel = "OUT.json",
      description =
          "The pattern, with the evidence for each decision and the modules of every" + " layer.")
  private Optional<Path> pattern = Optional.empty();

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description = "trials.csv, trials.jsonl, trials.parquet and verdict.json.")
  private Optional<Path> tables = Optional.empty();

  @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
  private Optional<String> path = Optional.empty();

  StudyExportCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (pattern.isEmpty() && tables.isEmpty()) {
      throw new UsageException("--pattern or --tables is needed");
    }
    try (StudyRecords records = services.studies().get().files().read(file)) {
      StudyPath chosen = StudyGroup.path(records, path);
      pattern.ifPresent(out -> writePattern(records, chosen, out));
      tables.ifPresent(folder -> writeTables(records, chosen, folder));
    }
  }

  private void writePattern(StudyRecords records, StudyPath chosen, Path out) {
    try {
      Json.write(out, PatternExport.of(records.plan(), chosen));
    } catch (IllegalArgumentException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
    terminal.err().println(out + " holds the pattern of path " + chosen.name());
  }

  private void writeTables(StudyRecords records, StudyPath chosen, Path folder) {
    TrialTable table = TrialTable.of(records, TrialTable.Timing.INCLUDED);
    try {
      Files.createDirectories(folder);
      for (TableFormat format :
          List.of(TableFormat.CSV, TableFormat.JSON_LINES, TableFormat.PARQUET)) {
        table.write(folder.resolve("trials" + format.ending()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Json.write(folder.resolve("verdict.json"), VerdictReport.of(records, chosen));
    terminal.err().println(folder + " holds " + table.rows().size() + " trials");
  }
}
