/// The program: its entry point and the wiring of all parts.
@NullMarked
package spindle.app;

import org.jspecify.annotations.NullMarked;
