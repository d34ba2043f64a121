/// What leaves a study: patterns, tables.
@NullMarked
package spindle.export;

import org.jspecify.annotations.NullMarked;
