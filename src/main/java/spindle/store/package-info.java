/// The study file: one SQLite database that holds all of a study.
///
/// One process owns a study and writes; any number read, and may post commands. See `1.sql` for the
/// tables.
@NullMarked
package spindle.store;

import org.jspecify.annotations.NullMarked;
