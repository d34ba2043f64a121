package spindle.task;

/// A labelled problem.
///
/// @param name its usual name, such as `SST-2`
/// @param target what it asks for
/// @param metric the one number that designs are ranked by
public record Task(String name, Target target, Metric metric) {}
