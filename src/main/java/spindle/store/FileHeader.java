package spindle.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;

/// The first bytes of a file, which tell a study from other files before the database touches it.
///
/// Source: <https://sqlite.org/fileformat2.html>, section 1.3.
final class FileHeader {

  /// The application id of study files, `Spin` in ASCII.
  static final int APPLICATION = 0x5370696e;

  private static final int LENGTH = 100;
  private static final int APPLICATION_AT = 68;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private FileHeader() {}

  /// Checks that a file begins as a study does.
  ///
  /// @throws StoreException if it is missing, empty or begins otherwise
  static void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Faults.sentence(
          Kind.UNUSABLE,
          file,
          (Files.exists(file) ? "is a folder" : "does not exist")
              + "; choose the file of a study, or make a new study");
    }
    byte[] start = start(file);
    if (start.length == 0) {
      throw Faults.sentence(
          Kind.UNUSABLE, file, "is empty; remove it, or choose the file of a study");
    }
    ByteBuffer header = ByteBuffer.wrap(start);
    if (start.length < LENGTH
        || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
        || header.getInt(APPLICATION_AT) != APPLICATION) {
      throw Faults.sentence(
          Kind.UNUSABLE, file, "is not a study of Spindle; choose the file of a study");
    }
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LENGTH);
    } catch (IOException e) {
      throw Faults.because(e, Kind.UNUSABLE, file, "cannot be read; check the rights of the file");
    }
  }
}
