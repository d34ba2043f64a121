package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.study.ConfirmationPlan;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyRecords;
import spindle.study.TrainingSettings;

/// Makes studies, runs them and tells what they found; these are the orders to a study.
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes studies, runs them and tells what they found.",
      "A study is one file. Orders reach it whether it runs or not, from any terminal."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StudyNewCommand.class,
      StudyPreflightCommand.class,
      StudyRunCommand.class,
      StudyStatusCommand.class,
      StudyVerdictCommand.class,
      StudyTrialsCommand.class,
      StudyTextsCommand.class,
      StudyExportCommand.class,
      StudyCandidatesCommand.class,
      StudyCompareCommand.class,
      StudyLimitCommand.class
    })
final class StudyGroup implements Runnable {

  private final Services services;
  private final Terminal terminal;
  private final StudyOrder order;

  StudyGroup(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
    this.order = new StudyOrder(services, terminal);
  }

  @Override
  public void run() {
    throw new UsageException("a command is missing");
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Starts no more trials; running ones go on.")
  void pause(@Parameters(paramLabel = "FILE", description = "The study.") Path file) {
    order.send(file, new StudyCommand.Pause());
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Starts trials again after a pause.")
  void resume(@Parameters(paramLabel = "FILE", description = "The study.") Path file) {
    order.send(file, new StudyCommand.Resume());
  }

  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Stops the process that runs a study; `study run` continues it.")
  void stop(@Parameters(paramLabel = "FILE", description = "The study.") Path file) {
    order.send(file, new StudyCommand.Stop());
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Ends a running trial; it counts as cancelled.")
  void cancel(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Parameters(paramLabel = "TRIAL", description = "Its name, as in `study trials`.")
          String trial) {
    order.send(file, new StudyCommand.Cancel(trial));
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Lets a trial that ended without a score be tried again.")
  void retry(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Parameters(paramLabel = "TRIAL", description = "Its name, as in `study trials`.")
          String trial) {
    order.send(file, new StudyCommand.Retry(trial));
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description = "Decides the open stage against or before its data.")
  void decide(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Option(
              names = "--candidate",
              paramLabel = "NAME",
              required = true,
              description = "The candidate to choose.")
          String candidate,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              required = true,
              description = "Why, for the record.")
          String reason,
      @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
          Optional<String> name) {
    if (reason.isBlank()) {
      throw new UsageException("--reason must not be blank");
    }
    Stage open = order.ask(file, records -> open(records, path(records, name)));
    String path = order.ask(file, records -> path(records, name).name());
    order.send(file, new StudyCommand.Override(path, open.kind(), candidate, reason));
  }

  @Command(
      name = "keep",
      mixinStandardHelpOptions = true,
      description = "Decides the open stage by its data, which `study run` does by itself.")
  void keep(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
          Optional<String> name) {
    order.send(file, order.ask(file, records -> keep(records, path(records, name))));
  }

  private static StudyCommand keep(StudyRecords records, StudyPath path) {
    return new StudyCommand.Keep(path.name(), open(records, path).kind());
  }

  private static Stage open(StudyRecords records, StudyPath path) {
    return path.open(records.plan())
        .orElseThrow(() -> new CommandException("every stage is decided"));
  }

  @Command(
      name = "fork",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a new path that decides a stage and the later ones anew.",
        "Nothing measured is lost or trained twice."
      })
  void fork(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Option(
              names = "--stage",
              paramLabel = "STAGE",
              required = true,
              description = "grouping, allocation, groups, G1, G2 and so on.")
          String stage,
      @Option(names = "--name", paramLabel = "NAME", description = "Name of the new path.")
          Optional<String> name,
      @Option(
              names = "--path",
              paramLabel = "NAME",
              description = "The path that it leaves (the current one).")
          Optional<String> from) {
    StageKind kind = UsageException.check(() -> StageKind.parse(stage));
    String path = order.ask(file, records -> path(records, from).name());
    String fresh = name.orElseGet(() -> order.ask(file, r -> "path" + (r.paths().size() + 1)));
    order.send(file, new StudyCommand.Fork(path, kind, fresh));
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = {
        "Asks for the pattern's confirmation against full fine-tuning and the uniform baselines,",
        "on data that no selection has seen; `study run` trains it."
      })
  void confirm(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Option(
              names = "--seeds",
              paramLabel = "N",
              defaultValue = "5",
              description = "Seeds of each contender (${DEFAULT-VALUE}).")
          int seeds,
      @Option(names = "--epochs", paramLabel = "N", description = "Passes (as in the study).")
          Optional<Integer> epochs,
      @Option(
              names = "--examples",
              paramLabel = "N",
              description = "Training examples (as in the study).")
          Optional<Integer> examples,
      @Option(
              names = "--random-search",
              description = "Let the best of as many random designs compete too.")
          boolean control,
      @Option(names = "--path", paramLabel = "NAME", description = "The path (the current one).")
          Optional<String> name) {
    StudyPlan plan = order.ask(file, StudyRecords::plan);
    String path = order.ask(file, records -> path(records, name).name());
    ConfirmationPlan how =
        UsageException.check(() ->
            new ConfirmationPlan(
                longer(plan.subject().settings(), epochs, examples),
                seeds,
                control ? ConfirmationPlan.Control.RANDOM_SEARCH : ConfirmationPlan.Control.NONE));
    order.send(file, new StudyCommand.Confirm(path, how));
  }

  @Command(
      name = "copy",
      mixinStandardHelpOptions = true,
      description = "Saves a copy of a study, also while it runs.")
  void copy(
      @Parameters(paramLabel = "FILE", description = "The study.") Path file,
      @Parameters(paramLabel = "TO", description = "The copy; must not exist.") Path copy) {
    services.studies().get().files().copy(file, copy);
    terminal.err().println(copy + " is a copy of " + file);
  }

  /// Returns the path of a name, or the one that is worked on.
  static StudyPath path(StudyRecords records, Optional<String> name) {
    return name.map(given -> UsageException.check(() -> records.path(given)))
        .orElseGet(() -> StudyDesk.current(records));
  }

  private static TrainingSettings longer(
      TrainingSettings usual, Optional<Integer> epochs, Optional<Integer> examples) {
    return usual.forConfirmation(examples.orElse(usual.examples()), epochs.orElse(usual.epochs()));
  }
}
