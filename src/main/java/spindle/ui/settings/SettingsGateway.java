package spindle.ui.settings;

import java.util.List;

/// Where settings are kept. The first two methods are called off the UI thread.
public interface SettingsGateway {

  /// Keeps settings.
  void save(Settings settings);

  /// Returns the devices of this machine, the CPU first.
  List<DeviceChoice> devices();

  /// Returns the settings that were kept, or the usual ones.
  Settings load();
}
