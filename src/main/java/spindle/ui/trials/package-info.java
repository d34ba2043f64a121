/// All trainings of a study as a table.
@NullMarked
package spindle.ui.trials;

import org.jspecify.annotations.NullMarked;
