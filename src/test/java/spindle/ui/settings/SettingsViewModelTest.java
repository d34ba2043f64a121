package spindle.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.ui.settings.Settings.Notifications;
import spindle.ui.support.Threads;
import spindle.ui.theme.Theme;

class SettingsViewModelTest {
  private final SampleSettings gateway = new SampleSettings();
  private final SettingsViewModel model =
      new SettingsViewModel(gateway, new Threads(Runnable::run, Runnable::run));

  /// Keeps settings in memory.
  static final class SampleSettings implements SettingsGateway {
    final List<Settings> saved = new ArrayList<>();

    @Override
    public void save(Settings settings) {
      saved.add(settings);
    }

    @Override
    public List<DeviceChoice> devices() {
      return List.of(
          new DeviceChoice("cpu", "Processor, 2 cores"), new DeviceChoice("gpu:0", "GPU 0"));
    }

    @Override
    public Settings load() {
      return new Settings(
          Theme.LIGHT, "cpu", Optional.empty(), Optional.empty(), Notifications.IMPORTANT);
    }
  }

  @Test
  void aChangeIsKeptAtOnce() {
    model.themeProperty().set(Theme.DARK);
    model.deviceProperty().set("gpu:0");
    assertEquals(2, gateway.saved.size());
    assertEquals(Theme.DARK, gateway.saved.getLast().theme());
    assertEquals("gpu:0", gateway.saved.getLast().device());
  }

  @Test
  void aFolderThatIsNotThereIsToldAndNotKept(@TempDir Path folder) {
    model.libtorchProperty().set(folder.resolve("nothing").toString());
    assertTrue(model.libtorchProblemProperty().get().startsWith("There is no folder"));
    assertEquals(List.of(), gateway.saved);
    model.libtorchProperty().set(folder.toString());
    assertEquals("", model.libtorchProblemProperty().get());
    assertEquals(Optional.of(folder), gateway.saved.getLast().libtorch());
  }

  @Test
  void anEmptyFieldMeansTheUsualPlace() {
    model.cacheProperty().set("  ");
    assertEquals("", model.cacheProblemProperty().get());
    assertEquals(List.of(), gateway.saved);
  }

  @Test
  void theDevicesAreThoseOfTheMachine() {
    assertEquals(List.of("cpu", "gpu:0"), model.devices().stream().map(DeviceChoice::id).toList());
  }
}
