package spindle.ui.explorer;

import spindle.study.StageKind;

/// A dimension in the stepper.
///
/// @param kind the dimension
/// @param title such as `Layer grouping`
/// @param detail what was chosen or is going on, in a few words
/// @param state how far it has come
/// @param shown whether the explorer shows it now
public record StepItem(
    StageKind kind, String title, String detail, StepState state, boolean shown) {}
