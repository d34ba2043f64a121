package spindle.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.study.Device;
import spindle.study.Place;

/// The options that say where trials are trained.
final class PlaceOptions {

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      split = ",",
      order = 40,
      defaultValue = "cpu",
      description = "Where to train: cpu, gpu, gpu:1; repeat it for several (${DEFAULT-VALUE}).")
  private List<Device> devices = List.of();

  @Option(
      names = "--slots",
      paramLabel = "N",
      order = 41,
      description =
          "Trials at once on a device (on the cpu its cores, else 1; at least the K of --fuse)."
              + " Scores do not change.")
  private Optional<Integer> slots = Optional.empty();

  @Option(
      names = "--fuse",
      paramLabel = "K",
      order = 42,
      defaultValue = "1",
      description = {
        "Slots of a device that train together, in one call a step, if their trials",
        "are of equal structure: 1 to 16, 1 for none (${DEFAULT-VALUE}). It pays on GPUs only.",
        "Last digits of scores then depend on what runs together."
      })
  private int fused = 1;

  /// Returns the devices with their slots.
  ///
  /// @param trials how many there will be; more slots than that are not opened
  List<Place> places(int trials) {
    return devices.stream()
        .distinct()
        .map(device ->
            UsageException.check(
                () -> new Place(device, slotsOf(device, trials), Optional.of(fused))))
        .toList();
  }

  /// Returns the devices' names, such as `gpu:0,gpu:1`.
  String label() {
    return String.join(",", devices.stream().distinct().map(Device::label).toList());
  }

  private int slotsOf(Device device, int trials) {
    int usual =
        switch (device) {
          case Device.Cpu() -> Runtime.getRuntime().availableProcessors();
          case Device.Gpu(int _) -> 1;
        };
    int wanted = slots.orElse(Math.max(usual, fused));
    return wanted < 1 ? wanted : Math.min(wanted, trials);
  }
}
