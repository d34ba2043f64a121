/// The window's frame: navigation, status and commands.
@NullMarked
package spindle.ui.shell;

import org.jspecify.annotations.NullMarked;
