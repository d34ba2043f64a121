package spindle.cli;

import java.util.function.Supplier;

/// Options that do not make sense, alone or together. Its message is one sentence.
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  /// Returns what options were turned into, where a refusal is the user's mistake.
  static <T> T check(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
