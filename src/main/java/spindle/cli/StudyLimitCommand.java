package spindle.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.RunLimits;
import spindle.study.StudyCommand;

/// Changes what the runner of a study may use.
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Changes what a study may use, also while it runs.",
      "What is not given has no limit; devices that are not given stay as they are, and devices",
      "that are given train each trial for itself unless --fuse is given."
    })
final class StudyLimitCommand implements Runnable {

  private final StudyOrder order;

  @Parameters(paramLabel = "FILE", description = "The study.")
  private Path file = Path.of("");

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Pause after so long, counted from the start of each run.")
  private Optional<Integer> minutes = Optional.empty();

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Pause after so many trials, counted from the start of each run.")
  private Optional<Integer> trials = Optional.empty();

  @Option(
      names = "--devices",
      paramLabel = "DEVICE=SLOTS",
      split = ",",
      description = "Where to train and how many trials at once, such as cpu=2,gpu:0=1.")
  private Map<Device, Integer> devices = Map.of();

  @Option(
      names = "--fuse",
      paramLabel = "K",
      description =
          "Slots of a device that train together, in one call a step; see spindle study new.")
  private Optional<Integer> fused = Optional.empty();

  StudyLimitCommand(Services services, Terminal terminal) {
    this.order = new StudyOrder(services, terminal);
  }

  @Override
  public void run() {
    RunLimits old = order.ask(file, records -> records.limits());
    order.send(file, new StudyCommand.Limit(UsageException.check(() -> changed(old))));
  }

  private RunLimits changed(RunLimits old) {
    return new RunLimits(places(old.places()), minutes.map(Duration::ofMinutes), trials);
  }

  private List<Place> places(List<Place> old) {
    if (!devices.isEmpty()) {
      return devices.entrySet().stream()
          .map(entry -> new Place(entry.getKey(), entry.getValue(), fused))
          .toList();
    }
    return old.stream()
        .map(place -> new Place(place.device(), place.slots(), fused.or(place::fused)))
        .toList();
  }
}
