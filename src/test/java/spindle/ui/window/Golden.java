package spindle.ui.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The pictures that screens are compared with.
///
/// A pixel of the halved picture is apart if a channel of it is off by more than [#CHANNEL]; a
/// screen differs if more than [#SHARE] of its pixels are.
final class Golden {

  /// How far a channel may be off, of 255.
  static final int CHANNEL = 24;

  /// The share of pixels that may be apart.
  static final double SHARE = 0.001;

  private static final Path KEPT =
      Path.of("src", "test", "resources", "spindle", "ui", "window", "golden");
  private static final Path FOUND = Path.of("target", "golden");
  private static final String WRITE = "write";

  private Golden() {}

  /// Compares a screen with the picture that is kept of it. With the property `spindle.golden` as
  /// `write` it is kept instead.
  ///
  /// @return what is wrong, in a sentence; empty if nothing is
  static Optional<String> problem(String name, BufferedImage screen) {
    Path kept = KEPT.resolve(name + ".png");
    Thumbnail now = Thumbnail.of(screen);
    try {
      if (System.getProperty("spindle.golden", "").equals(WRITE)) {
        now.write(kept);
        return Optional.empty();
      }
      if (!Files.exists(kept)) {
        return Optional.of(kept + " is missing; the class says how it is made");
      }
      return difference(name, Thumbnail.read(kept), now);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<String> difference(String name, Thumbnail kept, Thumbnail now)
      throws IOException {
    Thumbnail.Apart apart = kept.apart(now, CHANNEL);
    if (apart.share() <= SHARE) {
      return Optional.empty();
    }
    Path actual = FOUND.resolve(name + "-actual.png");
    Path red = FOUND.resolve(name + "-difference.png");
    now.write(actual);
    new Thumbnail(apart.picture()).write(red);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s: %d pixels (%.2f %%) are apart, at most %.2f %% may be; see %s and %s",
            name,
            apart.pixels(),
            100 * apart.share(),
            100 * SHARE,
            actual,
            red));
  }
}
