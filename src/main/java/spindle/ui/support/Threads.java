package spindle.ui.support;

import java.util.concurrent.Executor;

/// Where a view model runs things.
///
/// @param background runs what may take long: files, the study
/// @param uiThread runs changes of properties, `Platform::runLater` in the program
public record Threads(Executor background, Executor uiThread) {}
