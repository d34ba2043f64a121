package spindle.ui.confirm;

import spindle.ui.stack.StackPlot;

/// An imported pattern on a backbone of another shape.
///
/// @param source file that it came from
/// @param target name of the backbone
/// @param words the design on a line
/// @param picture of its layer stack
/// @param budget parameters used, of those allowed, or why the budget does not pay, in words
/// @param json the design with its sizes, as it is saved; empty if the budget does not pay
public record Transferred(
    String source, String target, String words, StackPlot picture, String budget, String json) {}
