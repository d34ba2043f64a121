package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.study.StudyRecords;

/// Continues a study until nothing is left to do.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Continues a study until nothing is left to do.",
      "It may be stopped or killed at any moment and continued by the same command.",
      "If the study runs already, its progress is shown."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is left to do, or the study was told to stop",
      "1:the study cannot go on",
      "2:wrong usage",
      "130:interrupted; the study can be continued"
    })
final class StudyRunCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
  private Optional<String> path = Optional.empty();

  @Option(names = "--detach", description = "Run it in a process that goes on when this one ends.")
  private boolean detach;

  @Option(names = "--json", description = "One JSON object an event, one a line.")
  private boolean json;

  StudyRunCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    String name;
    try (StudyRecords records = services.studies().get().files().read(file)) {
      name = StudyGroup.path(records, path).name();
    }
    if (detach) {
      Path output = services.studies().get().engines().start(file, name);
      terminal.err().println(file + " runs by itself; its output is in " + output);
      return ExitCode.OK;
    }
    return new StudyRun(services.studies().get(), terminal, json).run(file, name);
  }
}
