package spindle.ui.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import spindle.study.BackboneCatalog;
import spindle.study.StudyDesk;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;

/// What the window works with.
///
/// @param desk where studies are run
/// @param backbones that can be tuned
/// @param settings what is remembered
/// @param studies folder for studies that are made without a choice of place
/// @param threads where the window runs things
/// @param clock gives the time
/// @param desktop is told what the user wants to be notified of
public record WindowParts(
    StudyDesk desk,
    BackboneCatalog backbones,
    SettingsFile settings,
    Path studies,
    Threads threads,
    InstantSource clock,
    Consumer<String> desktop) {}
