package spindle.ui.explorer;

import spindle.ui.stack.StackPlot;

/// The design behind a dot.
///
/// @param trial name of its first training
/// @param candidate title of its candidate
/// @param draw number of the draw, from 0
/// @param score in points
/// @param design in words
/// @param used trainable parameters of its modules
/// @param picture of its layer stack
public record DotView(
    String trial,
    String candidate,
    int draw,
    double score,
    String design,
    long used,
    StackPlot picture) {}
