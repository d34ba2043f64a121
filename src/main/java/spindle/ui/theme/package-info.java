/// The look: themes, fonts and stylesheets.
@NullMarked
package spindle.ui.theme;

import org.jspecify.annotations.NullMarked;
