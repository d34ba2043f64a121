package spindle.ui.welcome;

import java.nio.file.Path;

/// A study that was open before.
///
/// @param file that holds it
/// @param name its name
/// @param state how far it is, in a few words
public record RecentStudy(Path file, String name, String state) {}
