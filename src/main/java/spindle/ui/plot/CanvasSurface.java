package spindle.ui.plot;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import spindle.ui.theme.Fonts;

/// A surface over a canvas of the toolkit.
final class CanvasSurface implements Surface {
  private final GraphicsContext g;
  private final Map<Ink, Color> colours = new HashMap<>();
  private final Map<TextStyle.Weight, Map<Double, Font>> fonts =
      new EnumMap<>(TextStyle.Weight.class);
  private double[] xs = new double[256];
  private double[] ys = new double[256];

  /// Draws with a context whose transform maps our pixels to the canvas.
  CanvasSurface(GraphicsContext context) {
    this.g = context;
  }

  @Override
  public void line(Pen pen, Point from, Point to) {
    take(pen);
    g.strokeLine(
        crisp(from.x(), pen), crisp(from.y(), pen), crisp(to.x(), pen), crisp(to.y(), pen));
  }

  /// Thin lines lie on half pixels, or they would be smeared over two.
  private static double crisp(double at, Pen pen) {
    return pen.width() <= 1 ? Math.floor(at) + 0.5 : at;
  }

  @Override
  public void polyline(Pen pen, Points points) {
    take(pen);
    if (xs.length < points.size()) {
      xs = new double[points.size() * 2];
      ys = new double[points.size() * 2];
    }
    int run = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.isFinite(i)) {
        xs[run] = points.x(i);
        ys[run] = points.y(i);
        run++;
      } else {
        g.strokePolyline(xs, ys, run);
        run = 0;
      }
    }
    g.strokePolyline(xs, ys, run);
  }

  @Override
  public void rectangle(Fill fill, Box box) {
    fill.inside()
        .ifPresent(ink -> {
          g.setFill(colour(ink));
          g.fillRect(box.x(), box.y(), box.width(), box.height());
        });
    fill.outline()
        .ifPresent(pen -> {
          take(pen);
          g.strokeRect(box.x(), box.y(), box.width(), box.height());
        });
  }

  @Override
  public void circle(Fill fill, Point centre, double radius) {
    double x = centre.x() - radius;
    double y = centre.y() - radius;
    fill.inside()
        .ifPresent(ink -> {
          g.setFill(colour(ink));
          g.fillOval(x, y, 2 * radius, 2 * radius);
        });
    fill.outline()
        .ifPresent(pen -> {
          take(pen);
          g.strokeOval(x, y, 2 * radius, 2 * radius);
        });
  }

  @Override
  public void text(TextStyle style, Point at, String text) {
    g.save();
    g.setFill(colour(style.ink()));
    g.setFont(font(style));
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(
        switch (style.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    g.translate(at.x(), at.y());
    if (style.turn() == TextStyle.Turn.UP) {
      g.rotate(-90);
    }
    g.fillText(text, 0, style.drop());
    g.restore();
  }

  @Override
  public void clip(Box box, Runnable inside) {
    g.save();
    g.beginPath();
    g.rect(box.x(), box.y(), box.width(), box.height());
    g.clip();
    inside.run();
    g.restore();
  }

  private void take(Pen pen) {
    g.setStroke(colour(pen.ink()));
    g.setLineWidth(pen.width());
    g.setLineDashes(
        pen.dash().isEmpty()
            ? new double[0]
            : pen.dash().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Color colour(Ink ink) {
    return colours.computeIfAbsent(ink, i -> Color.rgb(i.red(), i.green(), i.blue(), i.opacity()));
  }

  private Font font(TextStyle style) {
    return fonts
        .computeIfAbsent(style.weight(), _ -> new HashMap<>())
        .computeIfAbsent(style.size(), size -> new Font(family(style.weight()), size));
  }

  private static String family(TextStyle.Weight weight) {
    return switch (weight) {
      case REGULAR -> Fonts.TEXT;
      case SEMI_BOLD -> Fonts.SEMI_BOLD;
    };
  }
}
