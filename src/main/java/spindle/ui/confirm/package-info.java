/// Confirmation of the chosen pattern, and its export.
@NullMarked
package spindle.ui.confirm;

import org.jspecify.annotations.NullMarked;
