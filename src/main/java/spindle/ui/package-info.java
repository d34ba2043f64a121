/// The window: what its screens share.
@NullMarked
package spindle.ui;

import org.jspecify.annotations.NullMarked;
