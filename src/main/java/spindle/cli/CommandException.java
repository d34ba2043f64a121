package spindle.cli;

/// A command that cannot do its work: broken input or failed work. Its message is one sentence.
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }
}
