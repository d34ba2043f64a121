/// Running trainings: their progress and curves.
@NullMarked
package spindle.ui.live;

import org.jspecify.annotations.NullMarked;
