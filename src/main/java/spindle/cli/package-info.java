/// The command line.
@NullMarked
package spindle.cli;

import org.jspecify.annotations.NullMarked;
