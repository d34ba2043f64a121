package spindle.ui.plot;

/// A marked value of an axis.
///
/// @param at the value
/// @param label how it is written
public record Tick(double at, String label) {}
