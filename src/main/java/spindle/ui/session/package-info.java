/// The open study as the pages see it.
@NullMarked
package spindle.ui.session;

import org.jspecify.annotations.NullMarked;
