package spindle.ui.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A plot as the bytes of a file.
///
/// @param plot what is drawn
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
/// @param palette its colours
public record PlotFile(Plot plot, int width, int height, Palette palette) {
  private static final int PNG_SCALE = 2;

  /// Checks the size.
  ///
  /// @throws IllegalArgumentException if it is empty
  public PlotFile {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a plot needs a size: " + width + " x " + height);
    }
  }

  /// Returns an SVG 1.1 document; its text stays text.
  public String svg() {
    SvgSurface surface = new SvgSurface();
    drawOn(surface);
    return surface.document(width, height);
  }

  /// Returns a PDF document of one page with its fonts embedded.
  ///
  /// @throws PlotException if it cannot be written
  public byte[] pdf() {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        drawOn(new PdfSurface(document, stream, height));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException | UncheckedIOException e) {
      throw new PlotException("The plot could not be written as PDF. Save it as SVG instead.", e);
    }
  }

  /// Returns a PNG with twice the pixels in each direction, drawn at that size and not enlarged. On
  /// the UI thread only.
  ///
  /// @throws PlotException if it cannot be written
  public byte[] png() {
    Canvas canvas = new Canvas(width * PNG_SCALE, height * PNG_SCALE);
    canvas.getGraphicsContext2D().scale(PNG_SCALE, PNG_SCALE);
    drawOn(new CanvasSurface(canvas.getGraphicsContext2D()));
    WritableImage image = canvas.snapshot(new SnapshotParameters(), null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] pixels = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
    BufferedImage buffer = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    buffer.setRGB(0, 0, w, h, pixels, 0, w);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(buffer, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new PlotException("The plot could not be written as PNG. Save it as SVG instead.", e);
    }
  }

  private void drawOn(Surface surface) {
    Box area = new Box(0, 0, width, height);
    surface.rectangle(Fill.of(palette.background()), area);
    plot.draw(surface, area, palette);
  }
}
