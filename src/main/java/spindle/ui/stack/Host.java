package spindle.ui.stack;

import spindle.design.BackboneShape;
import spindle.design.Spending;

/// What a design is drawn for.
///
/// @param shape sizes of the backbone
/// @param budget parameters that the design may have
/// @param spending how a layer's share becomes sizes
public record Host(BackboneShape shape, long budget, Spending spending) {}
