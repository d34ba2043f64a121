/// What touches the toolkit itself: the application's stylesheet and the frame timer.
@NullMarked
package spindle.ui.support;

import org.jspecify.annotations.NullMarked;
