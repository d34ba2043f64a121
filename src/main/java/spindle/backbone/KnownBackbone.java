package spindle.backbone;

import java.nio.file.Path;

/// A backbone that can be opened by name.
///
/// @param name what [Backbones#open(String)] takes: `bundled`, or a hub name such as
///   `google-bert/bert-base-uncased`
/// @param origin where it is from
/// @param folder its Hugging Face folder; that of the bundled backbone is made when it is opened
public record KnownBackbone(String name, Origin origin, Path folder) {

  /// Where a backbone is from.
  public enum Origin {
    /// It comes with Spindle.
    BUNDLED,
    /// It lies in Hugging Face's cache on this machine.
    HUB_CACHE
  }
}
