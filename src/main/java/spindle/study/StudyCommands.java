package spindle.study;

import java.util.Optional;

/// The way to tell the owner of a study what to do, from any process.
///
/// Commands are kept until the owner takes them, in the order in which they were posted.
public interface StudyCommands extends AutoCloseable {

  /// Posts a command and returns its number.
  long post(StudyCommand command);

  /// Returns what became of a command; empty while the owner has not taken it.
  ///
  /// @throws IllegalArgumentException if there is no such command
  Optional<CommandAnswer> answer(long command);

  @Override
  void close();
}
