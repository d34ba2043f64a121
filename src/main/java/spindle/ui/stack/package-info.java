/// The layer stack: designs as drawings, and their editor.
@NullMarked
package spindle.ui.stack;

import org.jspecify.annotations.NullMarked;
