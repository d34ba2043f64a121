package spindle.study;

/// What became of a command.
public sealed interface CommandAnswer {

  /// It was done.
  ///
  /// @param text what was done, in a sentence
  record Done(String text) implements CommandAnswer {}

  /// It was not done, and nothing was changed.
  ///
  /// @param text why not, in a sentence
  record Refused(String text) implements CommandAnswer {}
}
