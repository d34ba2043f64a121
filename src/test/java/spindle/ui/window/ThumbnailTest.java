package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as apart.
class ThumbnailTest {

  private static final int MOST = 24;

  @TempDir private Path folder = Path.of("");

  private final BufferedImage screen = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);

  private int apartFrom(BufferedImage kept) throws IOException {
    Path file = folder.resolve("kept.png");
    Thumbnail.of(kept).write(file);
    return Thumbnail.read(file).apart(Thumbnail.of(screen), MOST).pixels();
  }

  private static BufferedImage black(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void theSameScreenIsNowhereApart() throws IOException {
    assertEquals(0, apartFrom(screen));
  }

  @Test
  void aPixelOfAnotherColourIsApart() throws IOException {
    screen.setRGB(0, 0, 0xffffff);
    assertEquals(1, apartFrom(black(40, 20)));
  }

  @Test
  void anEdgeThatIsDrawnALittleDifferentlyIsNotApart() throws IOException {
    screen.setRGB(0, 0, 0x005050); // the mean of four pixels is off by 20
    assertEquals(0, apartFrom(black(40, 20)));
  }

  @Test
  void aScreenOfAnotherSizeIsApartEverywhere() throws IOException {
    assertEquals(220, apartFrom(black(40, 22)));
  }
}
