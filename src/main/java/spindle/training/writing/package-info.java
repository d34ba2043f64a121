/// The writing of texts by a trained decoder: greedy and beam search with kept keys and values.
@NullMarked
package spindle.training.writing;

import org.jspecify.annotations.NullMarked;
