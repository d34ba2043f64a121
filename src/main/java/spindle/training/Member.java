package spindle.training;

import spindle.study.TrialListener;
import spindle.study.TrialSpec;

/// A trial that is to be trained, alone or together with others.
///
/// @param trial what is trained
/// @param progress hears of it
/// @param cancelled is asked between steps
/// @param corpus its encoded texts
record Member(TrialSpec trial, TrialListener progress, Cancellation cancelled, Corpus corpus) {}
