package spindle.study;

import java.time.Instant;
import java.util.Optional;

/// A command that was posted to a study.
///
/// @param number from 1, in the order of posting
/// @param posted when
/// @param command what is asked for
/// @param answer what became of it; empty while the owner has not taken it
public record PostedCommand(
    long number, Instant posted, StudyCommand command, Optional<CommandAnswer> answer) {}
