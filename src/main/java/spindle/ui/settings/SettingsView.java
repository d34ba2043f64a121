package spindle.ui.settings;

import java.io.File;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import spindle.ui.settings.Settings.Notifications;
import spindle.ui.support.Views;
import spindle.ui.theme.Theme;

/// The settings page.
public final class SettingsView extends VBox {
  private final SettingsViewModel model;
  private final Supplier<@Nullable File> chooser;

  /// Makes the page of a model.
  ///
  /// @param chooser asks the user for a folder; null if they gave up
  public SettingsView(SettingsViewModel model, Supplier<@Nullable File> chooser) {
    this.model = model;
    this.chooser = chooser;
    Views parts = Views.load(this);
    themes(parts);
    notifications(parts);
    device(parts);
    folder(parts, "libtorch", model.libtorchProperty(), model.libtorchProblemProperty());
    folder(parts, "cache", model.cacheProperty(), model.cacheProblemProperty());
  }

  private void themes(Views parts) {
    ToggleGroup group = new ToggleGroup();
    for (Theme theme : Theme.values()) {
      RadioButton button = parts.part("theme" + theme, RadioButton.class);
      button.setToggleGroup(group);
      button.setSelected(model.themeProperty().get() == theme);
      button.setOnAction(_ -> model.themeProperty().set(theme));
      model.themeProperty().addListener((_, _, now) -> button.setSelected(now == theme));
    }
  }

  private void notifications(Views parts) {
    ToggleGroup group = new ToggleGroup();
    for (Notifications when : Notifications.values()) {
      RadioButton button = parts.part("notify" + when, RadioButton.class);
      button.setToggleGroup(group);
      button.setSelected(model.notificationsProperty().get() == when);
      button.setOnAction(_ -> model.notificationsProperty().set(when));
    }
  }

  @SuppressWarnings("unchecked") // FXML knows no type arguments
  private void device(Views parts) {
    ComboBox<DeviceChoice> box = parts.part("device", ComboBox.class);
    box.setItems(model.devices());
    Runnable select =
        () ->
            model.devices().stream()
                .filter(choice -> choice.id().equals(model.deviceProperty().get()))
                .findFirst()
                .ifPresent(box.getSelectionModel()::select);
    box.getItems().addListener((ListChangeListener<DeviceChoice>) _ -> select.run());
    select.run();
    box.setOnAction(_ -> {
      DeviceChoice chosen = box.getSelectionModel().getSelectedItem();
      if (chosen != null) {
        model.deviceProperty().set(chosen.id());
      }
    });
  }

  private void folder(Views parts, String id, StringProperty value, ObservableStringValue problem) {
    parts.part(id, TextField.class).textProperty().bindBidirectional(value);
    Label label = parts.part(id + "Problem", Label.class);
    label.textProperty().bind(problem);
    label.managedProperty().bind(Bindings.isNotEmpty(problem));
    label.visibleProperty().bind(Bindings.isNotEmpty(problem));
    parts
        .part(id + "Choose", Button.class)
        .setOnAction(_ -> {
          File folder = chooser.get();
          if (folder != null) {
            value.set(folder.getPath());
          }
        });
  }
}
