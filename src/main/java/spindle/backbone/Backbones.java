package spindle.backbone;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds and opens backbones on this machine; nothing is ever downloaded.
public final class Backbones {

  private final BundledBackbone bundled;
  private final HubCache hub;

  /// Looks in the given folders.
  public Backbones(CacheFolders folders) {
    bundled = new BundledBackbone(folders.spindle());
    hub = new HubCache(folders.hub());
  }

  /// Opens a backbone.
  ///
  /// @param nameOrFolder `bundled`, a Hugging Face folder, or the hub name of a model in Hugging
  ///   Face's cache
  /// @throws BackboneException if there is none, or its configuration or a tensor is not as it must
  ///   be
  /// @throws spindle.weights.WeightsException if a weights file is missing or damaged
  public Backbone open(String nameOrFolder) {
    if (nameOrFolder.equals(BundledBackbone.NAME)) {
      return Backbone.open(BundledBackbone.NAME, bundled.prepare());
    }
    Path folder = folder(nameOrFolder);
    if (Files.isDirectory(folder)) {
      return Backbone.open(HubCache.nameOf(folder), folder);
    }
    KnownBackbone cached =
        hub.list().stream()
            .filter(known -> known.name().equals(nameOrFolder))
            .findFirst()
            .orElseThrow(() -> unknown(nameOrFolder));
    return Backbone.open(cached.name(), cached.folder());
  }

  /// Returns the bundled backbone and the supported ones in Hugging Face's cache, by name.
  public List<KnownBackbone> list() {
    List<KnownBackbone> known = new ArrayList<>();
    known.add(
        new KnownBackbone(BundledBackbone.NAME, KnownBackbone.Origin.BUNDLED, bundled.folder()));
    known.addAll(hub.list());
    return List.copyOf(known);
  }

  private static Path folder(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BackboneException(text, "it is no path (" + e.getReason() + ")", "check it", e);
    }
  }

  private static BackboneException unknown(String name) {
    return new BackboneException(
        name,
        "there is no such folder, and no backbone of that name on this machine",
        "name a Hugging Face model folder, or bundled");
  }
}
