/// The set-up of a new study.
@NullMarked
package spindle.ui.setup;

import org.jspecify.annotations.NullMarked;
