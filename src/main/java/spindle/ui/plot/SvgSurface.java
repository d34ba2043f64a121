package spindle.ui.plot;

import java.util.Locale;
import java.util.stream.Collectors;

/// A surface that writes SVG 1.1 as text.
final class SvgSurface implements Surface {
  private final StringBuilder body = new StringBuilder();
  private int clips;

  /// Returns the document.
  String document(double width, double height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
            .formatted(number(width), number(height), number(width), number(height))
        + body
        + "</svg>\n";
  }

  @Override
  public void line(Pen pen, Point from, Point to) {
    element(
        "line",
        "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s"
            .formatted(
                number(from.x()), number(from.y()), number(to.x()), number(to.y()), stroke(pen)));
  }

  @Override
  public void polyline(Pen pen, Points points) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      if (points.isFinite(i)) {
        run.append(run.isEmpty() ? "" : " ");
        run.append(number(points.x(i))).append(',').append(number(points.y(i)));
      } else {
        endRun(pen, run);
      }
    }
    endRun(pen, run);
  }

  private void endRun(Pen pen, StringBuilder run) {
    if (!run.isEmpty()) {
      element(
          "polyline",
          "points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s".formatted(run, stroke(pen)));
      run.setLength(0);
    }
  }

  @Override
  public void rectangle(Fill fill, Box box) {
    element(
        "rect",
        "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s"
            .formatted(
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height()),
                paint(fill)));
  }

  @Override
  public void circle(Fill fill, Point centre, double radius) {
    element(
        "circle",
        "cx=\"%s\" cy=\"%s\" r=\"%s\" %s"
            .formatted(number(centre.x()), number(centre.y()), number(radius), paint(fill)));
  }

  @Override
  public void text(TextStyle style, Point at, String text) {
    String anchor = style.anchor().name().toLowerCase(Locale.ROOT);
    String weight =
        switch (style.weight()) {
          case REGULAR -> "400";
          case SEMI_BOLD -> "600";
        };
    String place =
        switch (style.turn()) {
          case LEVEL ->
              "x=\"%s\" y=\"%s\"".formatted(number(at.x()), number(at.y() + style.drop()));
          case UP ->
              "transform=\"translate(%s %s) rotate(-90)\""
                  .formatted(number(at.x() + style.drop()), number(at.y()));
        };
    body.append(
        "<text %s font-family=\"Inter, sans-serif\" font-size=\"%s\" font-weight=\"%s\" text-anchor=\"%s\" %s>%s</text>\n"
            .formatted(
                place,
                number(style.size()),
                weight,
                anchor,
                attribute("fill", style.ink()),
                escape(text)));
  }

  @Override
  public void clip(Box box, Runnable inside) {
    clips++;
    body.append("<clipPath id=\"clip%d\">".formatted(clips));
    rectangle(Fill.of(Ink.of(0)), box);
    body.append("</clipPath>\n<g clip-path=\"url(#clip%d)\">\n".formatted(clips));
    inside.run();
    body.append("</g>\n");
  }

  private void element(String name, String attributes) {
    body.append('<').append(name).append(' ').append(attributes).append("/>\n");
  }

  private static String paint(Fill fill) {
    return fill.inside().map(ink -> attribute("fill", ink)).orElse("fill=\"none\"")
        + fill.outline().map(pen -> " " + stroke(pen)).orElse("");
  }

  private static String stroke(Pen pen) {
    String dash =
        pen.dash().isEmpty()
            ? ""
            : " stroke-dasharray=\"%s\""
                .formatted(
                    pen.dash().stream().map(SvgSurface::number).collect(Collectors.joining(" ")));
    return attribute("stroke", pen.ink()) + " stroke-width=\"" + number(pen.width()) + "\"" + dash;
  }

  private static String attribute(String name, Ink ink) {
    String opacity =
        ink.opacity() == 1 ? "" : " %s-opacity=\"%s\"".formatted(name, number(ink.opacity()));
    return "%s=\"%s\"%s".formatted(name, ink.hex(), opacity);
  }

  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
