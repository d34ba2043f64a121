package spindle.ui.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import spindle.ui.Texts;
import spindle.ui.settings.Settings.Notifications;
import spindle.ui.support.Threads;
import spindle.ui.theme.Theme;

/// The settings as they are edited. Every valid change is kept at once; an invalid folder is told
/// at its field and not kept.
public final class SettingsViewModel {
  private final SettingsGateway gateway;
  private final Threads threads;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Notifications> notifications;
  private final StringProperty device;
  private final StringProperty libtorch;
  private final StringProperty cache;
  private final ReadOnlyStringWrapper libtorchProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cacheProblem = new ReadOnlyStringWrapper("");
  private final ObservableList<DeviceChoice> devices = FXCollections.observableArrayList();
  private Settings kept;

  /// Begins with the settings that were kept.
  public SettingsViewModel(SettingsGateway gateway, Threads threads) {
    this.gateway = gateway;
    this.threads = threads;
    kept = gateway.load();
    theme = new SimpleObjectProperty<>(kept.theme());
    notifications = new SimpleObjectProperty<>(kept.notifications());
    device = new SimpleStringProperty(kept.device());
    libtorch = new SimpleStringProperty(text(kept.libtorch()));
    cache = new SimpleStringProperty(text(kept.cache()));
    theme.addListener(_ -> keep());
    notifications.addListener(_ -> keep());
    device.addListener(_ -> keep());
    libtorch.addListener(_ -> keep());
    cache.addListener(_ -> keep());
    threads
        .background()
        .execute(() -> {
          var found = gateway.devices();
          threads.uiThread().execute(() -> devices.setAll(found));
        });
  }

  private static String text(Optional<Path> folder) {
    return folder.map(Path::toString).orElse("");
  }

  /// The look of the window.
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// When the desktop is told.
  public ObjectProperty<Notifications> notificationsProperty() {
    return notifications;
  }

  /// Id of the device for new studies.
  public StringProperty deviceProperty() {
    return device;
  }

  /// Folder of a libtorch of the user's own; empty for none.
  public StringProperty libtorchProperty() {
    return libtorch;
  }

  /// Folder for converted backbones; empty for the usual place.
  public StringProperty cacheProperty() {
    return cache;
  }

  /// What is wrong with the libtorch folder, in a sentence; empty if nothing is.
  public ReadOnlyStringProperty libtorchProblemProperty() {
    return libtorchProblem.getReadOnlyProperty();
  }

  /// What is wrong with the cache folder; empty if nothing is.
  public ReadOnlyStringProperty cacheProblemProperty() {
    return cacheProblem.getReadOnlyProperty();
  }

  /// The devices of this machine; filled shortly after the start.
  public ObservableList<DeviceChoice> devices() {
    return FXCollections.unmodifiableObservableList(devices);
  }

  private void keep() {
    libtorchProblem.set(problem(libtorch.get()));
    cacheProblem.set(problem(cache.get()));
    if (!libtorchProblem.get().isEmpty() || !cacheProblem.get().isEmpty()) {
      return;
    }
    Settings next =
        new Settings(
            theme.get(),
            device.get(),
            folder(libtorch.get()),
            folder(cache.get()),
            notifications.get());
    if (!next.equals(kept)) {
      kept = next;
      threads.background().execute(() -> gateway.save(next));
    }
  }

  private static Optional<Path> folder(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
  }

  private static String problem(String text) {
    try {
      boolean fine = folder(text).map(Files::isDirectory).orElse(true);
      return fine ? "" : Texts.of("settings.noFolder", text.strip());
    } catch (InvalidPathException _) {
      return Texts.of("settings.noFolder", text.strip());
    }
  }
}
