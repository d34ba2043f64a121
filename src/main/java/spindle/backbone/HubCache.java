package spindle.backbone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Hugging Face's cache of downloaded models: `models--ORG--NAME/snapshots/REVISION/`.
///
/// @param folder the cache, which need not exist
record HubCache(Path folder) {

  private static final String PREFIX = "models--";

  /// Returns the models that Spindle can open, by name; of each the revision that `refs/main`
  /// names, else the newest.
  List<KnownBackbone> list() {
    return children(folder).stream()
        .filter(model -> model.getFileName().toString().startsWith(PREFIX))
        .flatMap(model -> snapshot(model).stream())
        .sorted(Comparator.comparing(KnownBackbone::name))
        .toList();
  }

  /// Returns the name of the model in a folder: that of the hub if the folder is a snapshot, else
  /// the folder's own.
  static String nameOf(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    if (names >= 3
        && absolute.getName(names - 2).toString().equals("snapshots")
        && absolute.getName(names - 3).toString().startsWith(PREFIX)) {
      return hubName(absolute.getName(names - 3));
    }
    return names == 0 ? absolute.toString() : absolute.getName(names - 1).toString();
  }

  private static String hubName(Path model) {
    return model.getFileName().toString().substring(PREFIX.length()).replace("--", "/");
  }

  private static Optional<KnownBackbone> snapshot(Path model) {
    String name = hubName(model);
    Path main = model.resolve("snapshots").resolve(main(model));
    return Stream.concat(Stream.of(main), children(model.resolve("snapshots")).stream())
        .filter(HubCache::isSupported)
        .findFirst()
        .map(found -> new KnownBackbone(name, KnownBackbone.Origin.HUB_CACHE, found));
  }

  private static String main(Path model) {
    try {
      return Files.readString(model.resolve("refs").resolve("main")).strip();
    } catch (IOException e) {
      return "main";
    }
  }

  private static boolean isSupported(Path snapshot) {
    boolean weights =
        Files.exists(snapshot.resolve("model.safetensors"))
            || Files.exists(snapshot.resolve("model.safetensors.index.json"));
    if (!weights) {
      return false;
    }
    try {
      BackboneConfig.read(snapshot.resolve("config.json"));
      return true;
    } catch (BackboneException e) {
      return false;
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.comparing(HubCache::modified).reversed()).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
