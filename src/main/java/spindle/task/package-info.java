/// Tasks: examples, splits and metrics, their readers and the practice tasks.
@NullMarked
package spindle.task;

import org.jspecify.annotations.NullMarked;
