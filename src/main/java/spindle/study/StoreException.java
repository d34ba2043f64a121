package spindle.study;

/// A study file that cannot be read or written, or is not in our hands; the message says in one
/// sentence what happened, to which file, and what to do.
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// What a program can do about it.
  public enum Kind {
    /// Nothing: the file is missing, foreign, damaged, newer, or may not be read or written.
    UNUSABLE,
    /// Wait and try again: the disk is full or the file is locked. Nothing was changed.
    LATER,
    /// Be content with reading and posting commands: another process owns the study.
    OWNED
  }

  private final Kind kind;

  /// @param message one sentence for the user
  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// @param message one sentence for the user
  /// @param cause what was thrown below
  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// Returns what a program can do about it.
  public Kind kind() {
    return kind;
  }
}
