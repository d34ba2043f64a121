package spindle.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import spindle.study.BackboneInfo;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunner;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;

/// Trains one design on some tasks with some seeds and prints the scores.
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Trains one design on some tasks with some seeds and prints the scores.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every trial was trained to its end",
      "1:a trial failed, or an input is broken",
      "2:wrong usage",
      "130:interrupted"
    },
    footer = {
      "",
      "With --json standard output holds one object for each trial that has ended, one a line:",
      "task, metric, score, trainableParameters, budgetParameters, headParameters, seconds, steps,",
      "seed, outcome (scored, diverged, outOfMemory, failed, lost, cancelled), preset or design,",
      "backbone, device, loss, message. The task head is not counted in trainableParameters."
    })
final class TrainCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Mixin private final BackboneOption backbone = new BackboneOption();
  @Mixin private final DesignOptions design = new DesignOptions();

  @Option(
      names = "--task",
      paramLabel = "NAME",
      split = ",",
      required = true,
      order = 2,
      description =
          "A practice task, a GLUE task (with --data), or csv or text for own files; repeatable."
              + " See spindle tasks list.")
  private List<String> names = List.of();

  @Mixin private final TaskOptions files = new TaskOptions();
  @Mixin private final TrainingOptions training = new TrainingOptions();

  @Option(
      names = {"--seed", "--seeds"},
      paramLabel = "N",
      split = ",",
      order = 30,
      defaultValue = "1",
      description = "Seed of every random choice; several give several trials (${DEFAULT-VALUE}).")
  private List<Long> seeds = List.of();

  @Option(
      names = "--data-seed",
      paramLabel = "N",
      order = 31,
      defaultValue = "1",
      description =
          "Seed of the draw of the training examples, the same for all (${DEFAULT-VALUE}).")
  private long dataSeed;

  @Option(
      names = "--score-on",
      paramLabel = "SPLIT",
      order = 32,
      defaultValue = "confirmation",
      description =
          "confirmation, the development file, or selection, held out of the training file"
              + " (${DEFAULT-VALUE}).")
  private Split split = Split.CONFIRMATION;

  @Mixin private final PlaceOptions places = new PlaceOptions();

  @Option(names = "--json", order = 50, description = "Print one JSON object a trial, one a line.")
  private boolean json;

  TrainCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<TaskSource> sources = files.sources(names);
    TrainingSettings settings = training.settings();
    BackboneInfo info = backbone.info(services);
    TunedDesign tuned = design.on(info);
    List<TrialSpec> trials = trials(sources, tuned, settings);
    List<TrialReport> reports = new ArrayList<>();
    try (TrialRunner runner = services.runners().get().open(places.places(trials.size()));
        Progress progress = Progress.on(terminal, trials.size())) {
      new TrialBatch(trials, InstantSource.system())
          .run(
              runner,
              progress,
              (trial, outcome, elapsed) -> {
                TrialReport report = report(trial, tuned, outcome, elapsed);
                reports.add(report);
                progress.above(() -> print(report));
              });
    }
    return reports.stream().allMatch(TrialReport::isScored) ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<TrialSpec> trials(
      List<TaskSource> sources, TunedDesign tuned, TrainingSettings settings) {
    List<TrialSpec> trials = new ArrayList<>();
    for (TaskSource source : sources) {
      for (long seed : seeds.stream().distinct().toList()) {
        trials.add(
            UsageException.check(() ->
                new TrialSpec(
                    source.name() + "#" + seed,
                    backbone.name(),
                    tuned.tuning(),
                    source,
                    settings,
                    new Seed(seed),
                    new Seed(dataSeed),
                    split)));
      }
    }
    return trials;
  }

  private TrialReport report(
      TrialSpec trial, TunedDesign tuned, TrialOutcome outcome, Duration elapsed) {
    return new TrialReport(trial, tuned, places.label(), outcome, elapsed);
  }

  private void print(TrialReport report) {
    terminal.out().println(json ? report.json() : report.text());
    terminal.out().flush();
    if (json && !report.isScored()) {
      terminal.err().println("spindle: " + report.text());
    }
  }
}
