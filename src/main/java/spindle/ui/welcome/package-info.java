/// The page that the window opens with.
@NullMarked
package spindle.ui.welcome;

import org.jspecify.annotations.NullMarked;
