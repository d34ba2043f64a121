package spindle.ui.trials;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import spindle.study.TrialOutcome;

/// One training of a study, as the table shows it.
///
/// @param id names it
/// @param number in the study, from 1
/// @param dimension that it was trained for, such as `Grouping`
/// @param candidate that its design obeys, such as `Spindle`
/// @param task that it was trained on
/// @param grouping sizes of the groups, such as `(2,4,4,2)`
/// @param allocation pattern of the allocation
/// @param tuned tuned groups, such as `G1,G2`
/// @param strategies of each group, such as `AL/AP/APB/PBL`
/// @param parameters trainable parameters without the head
/// @param score its score, if it has one
/// @param time that it took
/// @param state how it ended or stands, in a word or two
/// @param outcome how it ended, if it has
public record TrialRow(
    String id,
    int number,
    String dimension,
    String candidate,
    String task,
    String grouping,
    String allocation,
    String tuned,
    String strategies,
    long parameters,
    OptionalDouble score,
    Duration time,
    String state,
    Optional<TrialOutcome> outcome) {}
