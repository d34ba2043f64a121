package spindle.weights;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file that appears whole or not at all: it is written beside its target, forced to the disk and
/// then renamed.
public final class AtomicFile {

  private AtomicFile() {}

  /// What is written into the file.
  @FunctionalInterface
  public interface Content {

    /// Writes everything to the channel.
    ///
    /// @throws IOException if it cannot
    void writeTo(FileChannel channel) throws IOException;
  }

  /// Writes bytes to a file, replacing it if it exists and making its folder if it does not.
  ///
  /// @throws WeightsException if it cannot be written; the old file is then untouched
  public static void write(Path target, byte[] bytes) {
    write(target, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
  }

  /// Writes a file, replacing it if it exists and making its folder if it does not.
  ///
  /// @throws WeightsException if it cannot be written; the old file is then untouched
  public static void write(Path target, Content content) {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no file name: " + target);
    }
    try {
      Files.createDirectories(folder);
      Path temporary = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID());
      try {
        fill(temporary, content);
        Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new WeightsException(
          target.toString(),
          "it cannot be written (" + e.getMessage() + ")",
          "check that the folder may be written and the disk has room",
          e);
    }
  }

  /// Writes the rest of a buffer.
  ///
  /// @throws IOException if the channel fails
  public static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }
}
