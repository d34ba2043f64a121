package spindle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import spindle.study.BackboneCatalog;
import spindle.study.RunLimits;
import spindle.study.SampleStudy;
import spindle.study.StudyDesk;

/// Runs the bundled sample study.
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the bundled sample study to its end, or continues it.",
      "It trains the bundled backbone on a practice task and needs no network."
    })
final class SampleCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Option(
      names = "--study",
      paramLabel = "FILE",
      required = true,
      description = "The study; made if it does not exist.")
  private Path file = Path.of("");

  @Mixin private final PlaceOptions places = new PlaceOptions();

  @Option(names = "--json", order = 50, description = "One JSON object an event, one a line.")
  private boolean json;

  SampleCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    StudyDesk desk = services.studies().get();
    if (!Files.exists(file)) {
      desk.files()
          .create(
              file,
              SampleStudy.plan(services.backbones().get().inspect(BackboneCatalog.BUNDLED)),
              RunLimits.on(places.places(Integer.MAX_VALUE)));
    }
    return new StudyRun(desk, terminal, json).run(file, "main");
  }
}
