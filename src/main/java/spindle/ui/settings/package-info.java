/// What the user sets once for all studies.
@NullMarked
package spindle.ui.settings;

import org.jspecify.annotations.NullMarked;
