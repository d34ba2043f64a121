package spindle.ui.window;

import java.util.function.Supplier;
import spindle.ui.settings.SettingsViewModel;
import spindle.ui.setup.SetupViewModel;
import spindle.ui.shell.ShellViewModel;
import spindle.ui.welcome.WelcomeViewModel;

/// The view models that live as long as the window.
///
/// @param shell of its frame
/// @param welcome of the welcome page
/// @param setup makes that of the page of a new study, which looks at the backbone at once
/// @param settings of the settings page
record MainModel(
    ShellViewModel shell,
    WelcomeViewModel welcome,
    Supplier<SetupViewModel> setup,
    SettingsViewModel settings) {}
