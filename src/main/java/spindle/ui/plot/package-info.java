/// Plots: models, drawing code that knows no toolkit, and the surfaces it draws on.
@NullMarked
package spindle.ui.plot;

import org.jspecify.annotations.NullMarked;
