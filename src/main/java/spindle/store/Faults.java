package spindle.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;

/// The sentences for what can befall a study file.
final class Faults {

  private static final int CODES = 0xff;

  private Faults() {}

  /// Returns what the user is told of a failure of the database.
  static StoreException of(Path file, SQLException e) {
    // https://sqlite.org/rescode.html
    return switch (e.getErrorCode() & CODES) {
      case 5, 6 ->
          because(e, Kind.LATER, file, "is locked by another process; try again in a moment");
      case 8, 3, 23 ->
          because(e, Kind.UNUSABLE, file, "may not be written; change the rights of the file");
      case 10 ->
          because(
              e,
              Kind.LATER,
              file,
              "could not be read or written ("
                  + e.getMessage()
                  + "); check the disk and try again");
      case 11 -> damaged(file, String.valueOf(e.getMessage()), e);
      case 13 ->
          because(
              e,
              Kind.LATER,
              file,
              "cannot grow, as its disk is full; make room; all that was recorded so far is safe");
      case 14 ->
          because(
              e,
              Kind.UNUSABLE,
              file,
              "cannot be opened; check that the file and its folder are there and may be read");
      case 26 -> foreign(file, e);
      default ->
          because(
              e,
              Kind.UNUSABLE,
              file,
              "was refused by the database (" + e.getMessage() + "); open a saved copy of it");
    };
  }

  /// Returns that a file's content is broken.
  static StoreException damaged(Path file, String where, Throwable cause) {
    return because(
        cause,
        Kind.UNUSABLE,
        file,
        "is damaged or cut off ("
            + where.replace('\n', ' ').strip()
            + "); go on from a saved copy, or save what can still be read of it as a copy");
  }

  /// Returns that a file's content is broken.
  static StoreException damaged(Path file, String where) {
    return damaged(file, where, new IllegalStateException(where));
  }

  /// Returns what is said of a file if its content is broken; empty if it is sound.
  static Optional<String> damageOf(Database database) {
    try {
      return database
          .first("PRAGMA quick_check(1)", row -> row.getString(1))
          .filter(answer -> !answer.equals("ok"))
          .map(answer -> String.valueOf(damaged(database.file(), answer).getMessage()));
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Returns that a file is none of ours.
  static StoreException foreign(Path file, Throwable cause) {
    return because(
        cause, Kind.UNUSABLE, file, "is not a study of Spindle; choose the file of a study");
  }

  /// Returns a sentence of the usual form.
  ///
  /// @param words what happened to the file; what to do
  static StoreException sentence(Kind kind, Path file, String words) {
    return new StoreException(kind, file + " " + words);
  }

  /// Returns the same with its cause.
  static StoreException because(Throwable cause, Kind kind, Path file, String words) {
    return new StoreException(kind, file + " " + words, cause);
  }
}
