package spindle.cli;

import picocli.CommandLine.Command;

/// The command line's root: it only holds the commands.
@Command(
    name = "spindle",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Explores where and in which form a transformer's trainable parameters should go.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command the window opens. Errors are one line on standard error;",
      "details are in the log."
    },
    subcommands = {
      SampleCommand.class,
      StudyGroup.class,
      TrainCommand.class,
      DesignCommand.class,
      TasksCommand.class,
      BackboneCommand.class,
      DoctorCommand.class
    })
final class SpindleCommand implements Runnable {

  @Override
  public void run() {
    throw new UsageException("a command is missing");
  }
}
