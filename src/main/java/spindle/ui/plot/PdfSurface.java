package spindle.ui.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import spindle.ui.theme.Fonts;

/// A surface over a page of a PDF document, with the bundled fonts embedded. One pixel is one
/// point.
///
/// Throws `UncheckedIOException`, which [PlotFile] turns into a sentence.
final class PdfSurface implements Surface {
  /// Length of the handles that make a cubic curve the quarter of a circle.
  private static final double QUARTER = 0.5522847498;

  private final PDDocument document;
  private final PDPageContentStream page;
  private final double height;
  private final Map<TextStyle.Weight, PDType0Font> fonts = new EnumMap<>(TextStyle.Weight.class);
  private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

  /// @param height of the page
  PdfSurface(PDDocument document, PDPageContentStream page, double height) {
    this.document = document;
    this.page = page;
    this.height = height;
  }

  @Override
  public void line(Pen pen, Point from, Point to) {
    write(() -> {
      take(pen);
      page.moveTo((float) from.x(), up(from.y()));
      page.lineTo((float) to.x(), up(to.y()));
      page.stroke();
    });
  }

  @Override
  public void polyline(Pen pen, Points points) {
    write(() -> {
      take(pen);
      boolean begun = false;
      for (int i = 0; i < points.size(); i++) {
        if (!points.isFinite(i)) {
          begun = false;
        } else if (begun) {
          page.lineTo((float) points.x(i), up(points.y(i)));
        } else {
          page.moveTo((float) points.x(i), up(points.y(i)));
          begun = true;
        }
      }
      page.stroke();
    });
  }

  @Override
  public void rectangle(Fill fill, Box box) {
    paint(
        fill,
        () ->
            page.addRect(
                (float) box.x(), up(box.bottom()), (float) box.width(), (float) box.height()));
  }

  @Override
  public void circle(Fill fill, Point centre, double radius) {
    paint(fill, () -> circlePath((float) centre.x(), up(centre.y()), (float) radius));
  }

  private void circlePath(float x, float y, float r) throws IOException {
    float k = (float) (r * QUARTER);
    page.moveTo(x + r, y);
    page.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    page.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    page.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    page.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    page.closePath();
  }

  @Override
  public void text(TextStyle style, Point at, String text) {
    write(() -> {
      PDType0Font font = font(style.weight());
      String known = known(font, text);
      double shift =
          switch (style.anchor()) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
          };
      double back = shift * font.getStringWidth(known) / 1000 * style.size();
      page.beginText();
      page.setFont(font, (float) style.size());
      fillWith(style.ink());
      page.setTextMatrix(matrix(style, at, back));
      page.showText(known);
      page.endText();
    });
  }

  private Matrix matrix(TextStyle style, Point at, double back) {
    float y = up(at.y());
    return switch (style.turn()) {
      case LEVEL -> Matrix.getTranslateInstance((float) (at.x() - back), y - (float) style.drop());
      case UP ->
          Matrix.getRotateInstance(Math.PI / 2, (float) (at.x() + style.drop()), y - (float) back);
    };
  }

  /// Puts a question mark for each character that the font lacks.
  private static String known(PDType0Font font, String text) {
    StringBuilder known = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          try {
            font.encode(Character.toString(c));
            known.appendCodePoint(c);
          } catch (IOException | IllegalArgumentException _) {
            known.append('?');
          }
        });
    return known.toString();
  }

  @Override
  public void clip(Box box, Runnable inside) {
    write(() -> {
      page.saveGraphicsState();
      page.addRect((float) box.x(), up(box.bottom()), (float) box.width(), (float) box.height());
      page.clip();
    });
    inside.run();
    write(page::restoreGraphicsState);
  }

  private void paint(Fill fill, Step path) {
    fill.inside()
        .ifPresent(ink ->
            write(() -> {
              fillWith(ink);
              path.run();
              page.fill();
            }));
    fill.outline()
        .ifPresent(pen ->
            write(() -> {
              take(pen);
              path.run();
              page.stroke();
            }));
  }

  private void take(Pen pen) throws IOException {
    page.setStrokingColor(
        pen.ink().red() / 255f, pen.ink().green() / 255f, pen.ink().blue() / 255f);
    page.setGraphicsStateParameters(opacity(pen.ink()));
    page.setLineWidth((float) pen.width());
    float[] dash = new float[pen.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = pen.dash().get(i).floatValue();
    }
    page.setLineDashPattern(dash, 0);
  }

  private void fillWith(Ink ink) throws IOException {
    page.setNonStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
    page.setGraphicsStateParameters(opacity(ink));
  }

  private PDExtendedGraphicsState opacity(Ink ink) {
    return opacities.computeIfAbsent(
        ink.opacity(),
        opacity -> {
          PDExtendedGraphicsState state = new PDExtendedGraphicsState();
          state.setStrokingAlphaConstant(opacity.floatValue());
          state.setNonStrokingAlphaConstant(opacity.floatValue());
          return state;
        });
  }

  private PDType0Font font(TextStyle.Weight weight) throws IOException {
    PDType0Font font = fonts.get(weight);
    if (font == null) {
      String file =
          switch (weight) {
            case REGULAR -> "Inter-Regular.ttf";
            case SEMI_BOLD -> "Inter-SemiBold.ttf";
          };
      try (InputStream stream = Fonts.open(file)) {
        font = PDType0Font.load(document, stream);
      }
      fonts.put(weight, font);
    }
    return font;
  }

  private float up(double y) {
    return (float) (height - y);
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Something that writes to the page.
  private interface Step {
    void run() throws IOException;
  }
}
