/// The only place that touches native tensors: modules of TorchScript text, arrays and their
/// lifetime.
@NullMarked
package spindle.training.torch;

import org.jspecify.annotations.NullMarked;
