/// The start of the jar, compiled for Java 17 so that an older `java` command finds a newer one.
@NullMarked
package spindle.launch;

import org.jspecify.annotations.NullMarked;
