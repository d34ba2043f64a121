package spindle.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A temporary file of some size that is mapped into memory, for states that have no room there.
///
/// The system keeps in memory what it has room for and reads the rest when it is asked for. On
/// Linux and macOS the file has no name from the beginning, so that it is gone with the process,
/// however that ends; on Windows it is deleted when it is closed.
final class StateFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final int MEBIBYTE = 1 << 20;

  private final Arena arena;
  private final ByteBuffer bytes;

  private StateFile(Arena arena, ByteBuffer bytes) {
    this.arena = arena;
    this.bytes = bytes;
  }

  /// Makes a file of zeros, or nothing if the folder cannot be written to or would be left with
  /// less room than the file takes.
  ///
  /// @param size in bytes, below 2 GiB
  static Optional<StateFile> create(Path folder, long size) {
    try {
      if (Files.getFileStore(folder).getUsableSpace() < 2 * size) {
        LOG.info("{} has no room for {} MB of states", folder, size / MEBIBYTE);
        return Optional.empty();
      }
      Path path = Files.createTempFile(folder, "spindle-states", ".bin");
      try (FileChannel file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return Optional.of(map(file, size));
      }
    } catch (IOException e) {
      LOG.info("{} takes no states: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /// Writes the zeros first: writing to a mapped page for which the disk has no room would end the
  /// process.
  private static StateFile map(FileChannel file, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(MEBIBYTE);
    for (long left = size; left > 0; left -= zeros.limit()) {
      zeros.clear().limit((int) Math.min(left, MEBIBYTE));
      while (zeros.hasRemaining()) {
        file.write(zeros);
      }
    }
    Arena arena = Arena.ofShared();
    try {
      ByteBuffer bytes =
          file.map(FileChannel.MapMode.READ_WRITE, 0, size, arena)
              .asByteBuffer()
              .order(ByteOrder.nativeOrder());
      return new StateFile(arena, bytes);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// Returns the whole file; not to be touched once it is closed.
  ByteBuffer bytes() {
    return bytes;
  }

  @Override
  public void close() {
    arena.close();
  }
}
