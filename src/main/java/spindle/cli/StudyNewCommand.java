package spindle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Stacking;
import spindle.study.BackboneInfo;
import spindle.study.NewStudy;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.task.TaskSource;

/// Makes the file of a new study.
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Makes the file of a new study; `study run` trains it.")
final class StudyNewCommand implements Runnable {

  /// How encoder and decoder are grouped.
  enum Stacks {
    /// Together, in forward order.
    ONE,
    /// Each on its own.
    TWO
  }

  private final Services services;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The study; must not exist.")
  private Path file = Path.of("");

  @Mixin private final BackboneOption backbone = new BackboneOption();

  @Option(
      names = "--budget",
      paramLabel = "SHARE",
      order = 1,
      defaultValue = "0.5%",
      description = "Trainable share of the backbone's parameters (${DEFAULT-VALUE}).")
  private Budget budget = Budget.PAPER;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      split = ",",
      required = true,
      order = 2,
      description =
          "Practice tasks, GLUE tasks (with --data), or csv or text; a design is scored by the"
              + " mean of all.")
  private List<String> names = List.of();

  @Mixin private final TaskOptions files = new TaskOptions();
  @Mixin private final TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--groups",
      paramLabel = "K",
      order = 30,
      defaultValue = "4",
      description = "Groups of layers, of each stack if there are two (${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--stacks",
      paramLabel = "one|two",
      order = 30,
      defaultValue = "one",
      description = {
        "Whether encoder and decoder are one stack of layers or two with groups of their own",
        "(${DEFAULT-VALUE})."
      })
  private Stacks stacks = Stacks.ONE;

  @Option(
      names = "--order",
      paramLabel = "STAGES",
      split = ",",
      order = 30,
      description = "Stages in order: grouping,allocation,groups,G1,G2 and so on (the paper's).")
  private List<String> order = List.of();

  @Mixin private final ProtocolOptions protocol = new ProtocolOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 35,
      defaultValue = "1",
      description = "Seed of every random choice (${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private final PlaceOptions places = new PlaceOptions();

  StudyNewCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    StudyPlan made = plan();
    RunLimits limits = RunLimits.on(places.places(Integer.MAX_VALUE));
    services.studies().get().files().create(file, made, limits);
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s: %d stages, %,d of %,d parameters; continue with study run%n",
            file,
            made.order().size(),
            made.subject().parameters(),
            made.subject().shape().parameters());
  }

  private StudyPlan plan() {
    BackboneInfo info = backbone.info(services);
    Stacking stacking = UsageException.check(() -> stacking(info.shape()));
    List<TaskSource> sources = files.sources(names);
    return UsageException.check(() ->
        new NewStudy(
                info,
                sources,
                budget,
                training.settings(),
                stacking.groups(),
                order.isEmpty()
                    ? StageKind.paper(stacking.groups())
                    : order.stream().map(StageKind::parse).toList(),
                protocol.changed(Protocol.DEFAULT),
                new Seed(seed))
            .plan(stacking.border()));
  }

  private Stacking stacking(BackboneShape shape) {
    return switch (stacks) {
      case ONE -> Stacking.one(shape.layers(), groups);
      case TWO -> Stacking.two(shape, groups);
    };
  }
}
