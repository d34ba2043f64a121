/// The trainable tensors of a design: names, shapes, initial values.
@NullMarked
package spindle.peft;

import org.jspecify.annotations.NullMarked;
