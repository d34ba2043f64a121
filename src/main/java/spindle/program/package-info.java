/// The tensor program of a design, as TorchScript text.
@NullMarked
package spindle.program;

import org.jspecify.annotations.NullMarked;
