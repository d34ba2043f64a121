package spindle.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;

/// How the database keeps its promise that a transaction is recorded whole or not at all.
///
/// A write-ahead log lets others read while one writes, but needs memory shared by all processes,
/// which only those of one machine have.
final class Journal {

  private static final Set<String> SHARED =
      Set.of(
          "nfs", "nfs4", "cifs", "smb3", "smbfs", "lustre", "gpfs", "beegfs", "afs", "9p", "ceph");

  private Journal() {}

  /// Chooses the log where it works, and a rollback journal elsewhere.
  static void choose(Database database) {
    if (onNetwork(database) || !set(database, "WAL").equalsIgnoreCase("WAL")) {
      set(database, "DELETE");
    }
  }

  /// Says whether the file lies on a file system of several machines, as far as it can be known.
  private static boolean onNetwork(Database database) {
    try {
      String type = Files.getFileStore(database.file()).type().toLowerCase(Locale.ROOT);
      return SHARED.contains(type) || type.startsWith("fuse.");
    } catch (IOException e) {
      return true;
    }
  }

  private static String set(Database database, String mode) {
    return database.first("PRAGMA journal_mode=" + mode, row -> row.getString(1)).orElse("");
  }
}
