package spindle.study;

import java.time.InstantSource;

/// What an engine works with.
///
/// @param runners train
/// @param origins know where results come from
/// @param patterns write patterns
/// @param listener hears of progress
/// @param clock for limits of time
public record EngineTools(
    TrialRunners runners,
    Origins origins,
    PatternWriter patterns,
    EngineListener listener,
    InstantSource clock) {}
