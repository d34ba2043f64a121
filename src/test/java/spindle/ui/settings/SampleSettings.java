package spindle.ui.settings;

import java.util.List;
import java.util.Optional;
import spindle.ui.theme.Theme;

/// Settings that nobody has changed, on a machine with two cores; what is saved is forgotten.
public final class SampleSettings implements SettingsGateway {

  @Override
  public void save(Settings settings) {}

  @Override
  public List<DeviceChoice> devices() {
    return List.of(new DeviceChoice("cpu", "Processor, 2 cores"));
  }

  @Override
  public Settings load() {
    return new Settings(
        Theme.LIGHT, "cpu", Optional.empty(), Optional.empty(), Settings.Notifications.IMPORTANT);
  }
}
