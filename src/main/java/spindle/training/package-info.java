/// Trains one design on one task, in a worker process of its own.
@NullMarked
package spindle.training;

import org.jspecify.annotations.NullMarked;
