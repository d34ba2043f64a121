/// The window: views, view models and plots.
@NullMarked
package spindle.ui;

import org.jspecify.annotations.NullMarked;
