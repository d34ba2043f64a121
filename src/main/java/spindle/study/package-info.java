/// Studies and their trials; the ports that training and storage implement.
@NullMarked
package spindle.study;

import org.jspecify.annotations.NullMarked;
