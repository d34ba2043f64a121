/// The explorer: dimensions, their candidates and the distributions of their scores.
@NullMarked
package spindle.ui.explorer;

import org.jspecify.annotations.NullMarked;
