/// The window itself: its pages put together, and what it remembers.
@NullMarked
package spindle.ui.window;

import org.jspecify.annotations.NullMarked;
