package spindle.study;

/// A metric at a step.
///
/// @param step optimizer step, or epoch for a score
/// @param value may be infinite or not a number
public record MetricPoint(int step, double value) {}
