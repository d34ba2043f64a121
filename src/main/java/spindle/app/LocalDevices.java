package spindle.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spindle.study.Device;
import spindle.ui.settings.DeviceChoice;

/// The devices of this machine, found without loading libtorch.
final class LocalDevices {

  private static final Path NVIDIA = Path.of("/proc/driver/nvidia/gpus");

  private LocalDevices() {}

  /// Returns the processor, then the graphics cards that the driver tells of.
  static List<DeviceChoice> find() {
    return find(NVIDIA);
  }

  static List<DeviceChoice> find(Path driver) {
    List<DeviceChoice> found = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    found.add(new DeviceChoice(new Device.Cpu().label(), "Processor, " + cores + " cores"));
    for (String name : cards(driver)) {
      Device card = new Device.Gpu(found.size() - 1);
      found.add(new DeviceChoice(card.label(), name + " (" + card.label() + ")"));
    }
    return found;
  }

  private static List<String> cards(Path driver) {
    if (!Files.isDirectory(driver)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(driver)) {
      return folders.sorted().map(LocalDevices::model).toList();
    } catch (IOException e) {
      return List.of(); // a driver that tells nothing is as none: `gpu` can still be typed
    }
  }

  private static String model(Path card) {
    try (Stream<String> lines = Files.lines(card.resolve("information"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("Model:"))
          .map(line -> line.substring("Model:".length()).strip())
          .findFirst()
          .orElse("Graphics card");
    } catch (IOException e) {
      return "Graphics card";
    }
  }
}
