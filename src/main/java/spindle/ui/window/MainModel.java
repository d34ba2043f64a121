package spindle.ui.window;

import spindle.ui.settings.SettingsViewModel;
import spindle.ui.shell.ShellViewModel;
import spindle.ui.welcome.WelcomeViewModel;

/// The view models that live as long as the window.
///
/// @param shell of its frame
/// @param welcome of the welcome page
/// @param settings of the settings page
record MainModel(ShellViewModel shell, WelcomeViewModel welcome, SettingsViewModel settings) {}
