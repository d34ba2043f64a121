/// Compares what this machine computes with what the reference libraries computed.
@NullMarked
package spindle.training.parity;

import org.jspecify.annotations.NullMarked;
