package spindle.study;

/// A number that an attempt reported.
///
/// @param attempt by which
/// @param metric what it measures, such as `loss`
/// @param point step and value
public record AttemptMetric(AttemptId attempt, String metric, MetricPoint point) {}
