package spindle.training.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory that this process occupies, tensors included.
final class ResidentMemory {

  private ResidentMemory() {}

  /// Returns the bytes that Linux states in `/proc/self/status`; 0 on other systems.
  static long bytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
