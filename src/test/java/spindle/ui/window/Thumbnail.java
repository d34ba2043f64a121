package spindle.ui.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A picture of a screen at half its size in each direction: each pixel is the mean of four.
///
/// Halving takes away most of what another machine draws differently at the edges of letters.
///
/// @param pixels its pixels, without transparency
record Thumbnail(BufferedImage pixels) {

  /// Colours are kept in steps of this size, which halves the files.
  private static final int STEP = 8;

  private static final int CHANNELS = 3;

  /// Where two thumbnails differ.
  ///
  /// @param pixels number of pixels that are apart
  /// @param share of all pixels, from 0 to 1
  /// @param picture the second one in grey, with what is apart in red
  record Apart(int pixels, double share, BufferedImage picture) {}

  /// Returns the thumbnail of a screen.
  static Thumbnail of(BufferedImage screen) {
    BufferedImage half =
        new BufferedImage(
            screen.getWidth() / 2, screen.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < half.getHeight(); y++) {
      for (int x = 0; x < half.getWidth(); x++) {
        half.setRGB(x, y, mean(screen, 2 * x, 2 * y));
      }
    }
    return new Thumbnail(half);
  }

  private static int mean(BufferedImage screen, int x, int y) {
    int[] colours = screen.getRGB(x, y, 2, 2, null, 0, 2);
    int mean = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int sum = 0;
      for (int colour : colours) {
        sum += channel(colour, channel);
      }
      int stepped = Math.min(255, Math.round(sum / (float) colours.length / STEP) * STEP);
      mean |= stepped << (8 * channel);
    }
    return mean;
  }

  private static int channel(int colour, int channel) {
    return colour >> (8 * channel) & 0xff;
  }

  /// Reads a file.
  static Thumbnail read(Path file) throws IOException {
    BufferedImage read = ImageIO.read(file.toFile());
    if (read == null) {
      throw new IOException(file + " is no picture");
    }
    return new Thumbnail(read);
  }

  /// Writes a PNG file, as small as it gets.
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.deleteIfExists(file);
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
    ImageWriter writer = writers.next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam small = writer.getDefaultWriteParam();
      small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      small.setCompressionQuality(0);
      writer.write(null, new IIOImage(pixels, null, null), small);
    } finally {
      writer.dispose();
    }
  }

  /// Compares another thumbnail with this one.
  ///
  /// @param most how far the channels of a pixel may be from each other, of 255
  Apart apart(Thumbnail other, int most) {
    BufferedImage picture =
        new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
    boolean sameSize =
        pixels.getWidth() == other.pixels.getWidth()
            && pixels.getHeight() == other.pixels.getHeight();
    int apart = 0;
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        int theirs = sameSize ? other.pixels.getRGB(x, y) : 0;
        boolean differs = !sameSize || distance(pixels.getRGB(x, y), theirs) > most;
        apart += differs ? 1 : 0;
        picture.setRGB(x, y, differs ? 0xff2020 : pale(theirs));
      }
    }
    return new Apart(apart, apart / (double) (pixels.getWidth() * pixels.getHeight()), picture);
  }

  private static int distance(int one, int other) {
    int most = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      most = Math.max(most, Math.abs(channel(one, channel) - channel(other, channel)));
    }
    return most;
  }

  private static int pale(int colour) {
    int grey = (channel(colour, 0) + channel(colour, 1) + channel(colour, 2)) / CHANNELS;
    int pale = 128 + grey / 3;
    return pale << 16 | pale << 8 | pale;
  }
}
