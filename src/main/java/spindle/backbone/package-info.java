/// Backbones: their configuration, weight names and shapes, and where to find them.
@NullMarked
package spindle.backbone;

import org.jspecify.annotations.NullMarked;
