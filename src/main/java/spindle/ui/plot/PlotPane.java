package spindle.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A node that shows a plot on canvases that lie over each other: what rarely changes is drawn
/// once, what changes often lies on top.
///
/// Its colours come from the stylesheet (`-plot-text`, `-plot-muted`, `-plot-grid`,
/// `-plot-background`, `-plot-accent`), so a change of theme redraws it. Redraws happen once a
/// frame, in the layout pass.
public abstract class PlotPane extends Region {
  private static final List<CssMetaData<? extends Styleable, ?>> CSS = new ArrayList<>();
  private static final CssMetaData<PlotPane, Paint> TEXT = colour("-plot-text", 0);
  private static final CssMetaData<PlotPane, Paint> MUTED = colour("-plot-muted", 1);
  private static final CssMetaData<PlotPane, Paint> GRID = colour("-plot-grid", 2);
  private static final CssMetaData<PlotPane, Paint> BACKGROUND = colour("-plot-background", 3);
  private static final CssMetaData<PlotPane, Paint> ACCENT = colour("-plot-accent", 4);

  static {
    CSS.addAll(Region.getClassCssMetaData());
    CSS.addAll(List.of(TEXT, MUTED, GRID, BACKGROUND, ACCENT));
  }

  private final List<SimpleStyleableObjectProperty<Paint>> colours =
      List.of(
          property(TEXT), property(MUTED), property(GRID), property(BACKGROUND), property(ACCENT));
  private final List<Canvas> layers;
  private final boolean[] stale;
  private final boolean[] extended;

  /// Makes a pane of some layers.
  ///
  /// @param count number of layers, at least 1; later ones lie on top
  PlotPane(int count) {
    getStyleClass().add("plot");
    List<Canvas> canvases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Canvas canvas = new Canvas();
      canvas.setManaged(false);
      canvas.setMouseTransparent(true);
      canvases.add(canvas);
    }
    layers = List.copyOf(canvases);
    stale = new boolean[count];
    extended = new boolean[count];
    getChildren().setAll(layers);
    setMinSize(120, 80);
    setFocusTraversable(true);
  }

  /// Draws one layer, which is empty.
  ///
  /// @param area all of the pane
  abstract void drawLayer(int layer, Surface surface, Box area, Palette palette);

  /// Adds to one layer what is new since it was drawn.
  void extendLayer(int layer, Surface surface, Palette palette) {}

  /// Asks for all layers to be drawn again at the next frame.
  public final void redraw() {
    java.util.Arrays.fill(stale, true);
    requestLayout();
  }

  /// Asks for one layer to be drawn again at the next frame.
  final void redraw(int layer) {
    stale[layer] = true;
    requestLayout();
  }

  /// Asks for what is new on one layer to be added to it at the next frame.
  final void extend(int layer) {
    extended[layer] = true;
    requestLayout();
  }

  /// Returns the rectangle that the plot fills.
  final Box area() {
    return new Box(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /// Returns the colours of the theme.
  final Palette palette() {
    return new Palette(ink(0), ink(1), ink(2), ink(3), ink(4), Palette.SERIES);
  }

  /// Returns where the mouse is, in the plot's pixels.
  final Point place(MouseEvent event) {
    Point2D local = sceneToLocal(event.getSceneX(), event.getSceneY());
    return new Point(local.getX(), local.getY());
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < layers.size(); i++) {
      Canvas canvas = layers.get(i);
      if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        stale[i] = true;
      }
      if (stale[i] && getWidth() > 0 && getHeight() > 0) {
        stale[i] = false;
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        drawLayer(i, new CanvasSurface(context), area(), palette());
      } else if (extended[i]) {
        extendLayer(i, new CanvasSurface(canvas.getGraphicsContext2D()), palette());
      }
      extended[i] = false;
    }
  }

  private Ink ink(int index) {
    Color colour = colours.get(index).get() instanceof Color c ? c : Color.GRAY;
    return new Ink(
        (int) Math.round(colour.getRed() * 255),
        (int) Math.round(colour.getGreen() * 255),
        (int) Math.round(colour.getBlue() * 255),
        colour.getOpacity());
  }

  private SimpleStyleableObjectProperty<Paint> property(CssMetaData<PlotPane, Paint> meta) {
    return new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), Color.GRAY) {
      @Override
      protected void invalidated() {
        redraw();
      }
    };
  }

  private static CssMetaData<PlotPane, Paint> colour(String name, int index) {
    return new CssMetaData<>(name, PaintConverter.getInstance(), Color.GRAY) {
      @Override
      public boolean isSettable(PlotPane pane) {
        return !pane.colours.get(index).isBound();
      }

      @Override
      public StyleableProperty<Paint> getStyleableProperty(PlotPane pane) {
        return pane.colours.get(index);
      }
    };
  }

  /// Returns what stylesheets can set.
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return List.copyOf(CSS);
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }

  /// Returns a property of one of the pane's subclasses that redraws it when set.
  final <T> ObjectProperty<T> redrawing(T first) {
    return new javafx.beans.property.SimpleObjectProperty<>(first) {
      @Override
      protected void invalidated() {
        redraw();
      }
    };
  }
}
