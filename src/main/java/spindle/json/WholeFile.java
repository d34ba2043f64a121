package spindle.json;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files that are complete or not there: first beside the place, then moved into it.
public final class WholeFile {
  private WholeFile() {}

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    /// Writes it to a file, which is there and empty.
    void writeTo(Path file) throws IOException;
  }

  static void write(Path file, String text) throws IOException {
    write(file, draft -> Files.writeString(draft, text));
  }

  /// Writes a file, which is complete or as it was.
  public static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, ".", ".draft");
    try {
      content.writeTo(draft);
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
