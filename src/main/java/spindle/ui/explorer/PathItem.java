package spindle.ui.explorer;

import java.util.Optional;

/// A path through the dimensions.
///
/// @param name of the path
/// @param origin where it left which path, in a few words; empty for the first one
/// @param shown whether the explorer shows it now
public record PathItem(String name, Optional<String> origin, boolean shown) {}
