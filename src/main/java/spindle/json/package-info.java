/// Strict JSON: reading with line and field, and the JSON form of a design.
@NullMarked
package spindle.json;

import org.jspecify.annotations.NullMarked;
