package spindle.backbone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where Spindle keeps what it can make again, and where Hugging Face keeps what was downloaded.
///
/// @param spindle Spindle's cache folder, which need not exist
/// @param hub Hugging Face's hub cache (`models--*/snapshots/*`), which need not exist
public record CacheFolders(Path spindle, Path hub) {

  /// Returns the folders of this user.
  ///
  /// Spindle's is the system property `spindle.cache`, or `spindle` in `XDG_CACHE_HOME`, on Windows
  /// in `LOCALAPPDATA`, else in `~/.cache`. The hub's follows `HF_HUB_CACHE`, `HF_HOME` and
  /// `XDG_CACHE_HOME` as Hugging Face does.
  public static CacheFolders ofUser() {
    return of(System::getenv, System::getProperty);
  }

  /// Returns the folders that an environment and system properties name.
  static CacheFolders of(Lookup environment, Lookup properties) {
    Path home = Path.of(or(properties.get("user.home"), "."));
    Path shared = Path.of(or(environment.get("XDG_CACHE_HOME"), home.resolve(".cache").toString()));
    Path local = shared;
    if (or(properties.get("os.name"), "").startsWith("Windows")) {
      local = Path.of(or(environment.get("LOCALAPPDATA"), shared.toString()));
    }
    Path huggingFace =
        Path.of(or(environment.get("HF_HOME"), shared.resolve("huggingface").toString()));
    return new CacheFolders(
        Path.of(or(properties.get("spindle.cache"), local.resolve("spindle").toString())),
        Path.of(or(environment.get("HF_HUB_CACHE"), huggingFace.resolve("hub").toString())));
  }

  /// Finds the value of a variable; null if it is not set.
  @FunctionalInterface
  interface Lookup {
    @Nullable String get(String name);
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
