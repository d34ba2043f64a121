package spindle.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Inter for text, JetBrains Mono for code (both SIL Open Font License 1.1).
///
/// Each weight is a family of its own, as its file names it.
public final class Fonts {
  /// Family of running text.
  public static final String TEXT = "Inter";

  /// Family of labels that stand out a little.
  public static final String MEDIUM = "Inter Medium";

  /// Family of headings.
  public static final String SEMI_BOLD = "Inter SemiBold";

  /// Family of code and JSON.
  public static final String CODE = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Medium.ttf",
          "Inter-SemiBold.ttf",
          "JetBrainsMono-Regular.ttf");

  private Fonts() {}

  /// Makes the families known to the toolkit.
  public static void load() {
    FILES.forEach(Fonts::load);
  }

  /// Opens a font file of this folder, such as `Inter-Regular.ttf`; the caller closes it.
  ///
  /// @throws IllegalStateException if the program was built without it
  public static InputStream open(String file) {
    InputStream stream = Fonts.class.getResourceAsStream("fonts/" + file);
    if (stream == null) {
      throw new IllegalStateException("the program lacks its font " + file);
    }
    return stream;
  }

  private static void load(String file) {
    try (InputStream stream = open(file)) {
      if (Font.loadFont(stream, 13) == null) {
        throw new IllegalStateException("the toolkit cannot read the font " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + file + " cannot be read", e);
    }
  }
}
