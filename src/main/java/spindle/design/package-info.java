/// The design space: groupings, allocations, tuned groups, strategies, budgets and their sampling.
@NullMarked
package spindle.design;

import org.jspecify.annotations.NullMarked;
