package spindle.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;

/// A file that appears whole or not at all, and never takes the place of another one.
final class NewFile {

  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private NewFile() {}

  /// Makes a file.
  ///
  /// @param fill makes and closes a file of a name that it is given
  /// @throws StoreException if the file exists or cannot be made
  static void make(Path file, Consumer<Path> fill) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Faults.sentence(
          Kind.UNUSABLE, file, "cannot be made, as its folder does not exist; make the folder");
    }
    requireFree(absolute);
    Path draft = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID());
    try {
      try {
        fill.accept(draft);
        force(draft);
        Files.move(draft, absolute);
        forceFolder(folder);
      } finally {
        remove(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw Faults.because(
          e, Kind.UNUSABLE, file, "exists already; choose another name or remove it");
    } catch (IOException e) {
      throw Faults.because(
          e,
          Kind.UNUSABLE,
          file,
          "cannot be made (" + e.getMessage() + "); check the folder's rights and its disk's room");
    }
  }

  /// A journal left over from a removed study would be taken for one of the new study.
  private static void requireFree(Path file) {
    if (Files.exists(file)) {
      throw Faults.sentence(
          Kind.UNUSABLE, file, "exists already; choose another name or remove it");
    }
    for (String ending : COMPANIONS) {
      Path companion = Path.of(file + ending);
      if (Files.exists(companion)) {
        throw Faults.sentence(
            Kind.UNUSABLE,
            companion,
            "is left over from a study that is gone; remove it or choose another name");
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // folders cannot be forced to the disk everywhere; there the system does it by itself
    }
  }

  private static void remove(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    for (String ending : COMPANIONS) {
      Files.deleteIfExists(Path.of(draft + ending));
    }
  }
}
