package spindle.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import spindle.json.Json;
import spindle.json.JsonException;

/// The file in which the window keeps what it remembers. Safe for use by several threads.
///
/// A file that cannot be read counts as none; [#problem()] tells. It logs nothing, for settings are
/// read before the place of the log is known.
public final class SettingsFile implements SettingsGateway {

  private final Path file;
  private final Supplier<List<DeviceChoice>> devices;
  private final Consumer<Settings> changed;
  private Kept kept;
  private Optional<String> problem = Optional.empty();

  /// Reads a file, if it is there.
  ///
  /// @param devices finds the devices of this machine
  /// @param changed is told of settings that were changed
  public SettingsFile(Path file, Supplier<List<DeviceChoice>> devices, Consumer<Settings> changed) {
    this.file = file;
    this.devices = devices;
    this.changed = changed;
    this.kept = read();
  }

  private Kept read() {
    if (!Files.exists(file)) {
      return Kept.NOTHING;
    }
    try {
      return Json.read(file, Kept.class);
    } catch (JsonException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
      return Kept.NOTHING;
    }
  }

  /// Returns what is remembered.
  public synchronized Kept kept() {
    return kept;
  }

  /// Returns why nothing was remembered or nothing can be kept, in a sentence; empty if all is
  /// well.
  public synchronized Optional<String> problem() {
    return problem;
  }

  /// Changes what is remembered and keeps it.
  public synchronized void change(UnaryOperator<Kept> how) {
    Kept next = how.apply(kept);
    if (next.equals(kept)) {
      return;
    }
    kept = next;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Json.write(file, next);
      problem = Optional.empty();
    } catch (IOException | JsonException e) {
      problem = Optional.of(file + ": cannot be written: " + e.getMessage());
    }
  }

  @Override
  public void save(Settings settings) {
    change(now -> now.with(settings));
    changed.accept(settings);
  }

  @Override
  public List<DeviceChoice> devices() {
    return devices.get();
  }

  @Override
  public Settings load() {
    return kept().settings();
  }
}
