package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;

class PlotPaneTest extends UiTest {
  private static final Frame.Titles LOSS = new Frame.Titles("Step", "Training loss");

  @Test
  void clickingADotOpensItsTrial() {
    ScorePane pane = ask(() -> new ScorePane(SampleScores.scores(3, 25)));
    List<String> opened = new ArrayList<>();
    pane.setOnOpened(opened::add);
    show(() -> new StackPane(pane), 600, 400);
    StripPlot.Mark mark = pane.plot().layout(new Box(0, 0, 600, 400)).marks().get(30);
    clickAt(pane, mark.centre().x(), mark.centre().y());
    assertEquals(List.of(mark.trial()), opened);
    press(KeyCode.RIGHT);
    press(KeyCode.ENTER);
    assertEquals(2, opened.size());
    assertNotEquals(opened.get(0), opened.get(1));
  }

  @Test
  void theWheelZoomsADragPansAndADoubleClickShowsAll() {
    CurvePane pane = ask(() -> new CurvePane(LOSS));
    run(() -> pane.show(List.of(), List.of(SampleScores.curve("a", 400, 0))));
    show(() -> new StackPane(pane), 600, 400);
    moveTo(pane, 300, 200);
    wheel(3);
    Range zoomed = ask(() -> pane.viewProperty().get().x()).orElseThrow();
    assertTrue(zoomed.length() < 300, "zoomed to " + zoomed);
    dragInside(pane, new Point2D(300, 200), new Point2D(200, 200));
    Range panned = ask(() -> pane.viewProperty().get().x()).orElseThrow();
    assertTrue(panned.low() > zoomed.low(), "panned to " + panned);
    assertEquals(zoomed.length(), panned.length(), 1e-6);
    press(KeyCode.DIGIT0);
    assertEquals(Optional.empty(), ask(() -> pane.viewProperty().get().x()));
  }

  @Test
  void draggingAlongAnAxisKeepsOnlyDesignsInThatRange() {
    ParallelPane pane = ask(() -> new ParallelPane(parallel()));
    show(() -> new StackPane(pane), 600, 400);
    ParallelPlot.Layout layout = ask(pane::plot).layout(new Box(0, 0, 600, 400));
    double x = layout.px(2);
    dragInside(pane, new Point2D(x, layout.py(2, 0.85)), new Point2D(x, layout.py(2, 0.80)));
    Parallel.Brush brush = ask(() -> pane.brushesProperty().get()).getFirst();
    assertEquals(2, brush.dimension());
    assertEquals(0.80, brush.range().low(), 0.003);
    press(KeyCode.ESCAPE);
    assertEquals(List.of(), ask(() -> pane.brushesProperty().get()));
  }

  @Test
  void keysSetMoveResizeAndTakeAwayTheRangeOfAnAxis() {
    ParallelPane pane = ask(() -> new ParallelPane(parallel()));
    show(() -> new StackPane(pane), 600, 400);
    focus(find("#axis-1"));
    press(KeyCode.DOWN);
    assertEquals(List.of(new Parallel.Brush(1, new Range(-0.5, 0.5))), brushes(pane));
    press(KeyCode.SHIFT, KeyCode.UP);
    press(KeyCode.UP);
    assertEquals(List.of(new Parallel.Brush(1, new Range(0.5, 2.5))), brushes(pane));
    assertEquals(
        "Allocation: only Uniform, Decreasing kept",
        ask(() -> find("#axis-1").getAccessibleText()));
    press(KeyCode.TAB);
    assertTrue(ask(() -> find("#axis-2").isFocused()));
    press(KeyCode.UP);
    assertEquals(2, brushes(pane).size());
    press(KeyCode.DELETE);
    assertEquals(1, brushes(pane).size());
    press(KeyCode.ESCAPE);
    assertEquals(List.of(), brushes(pane));
    assertEquals("Allocation: all are kept", ask(() -> find("#axis-1").getAccessibleText()));
  }

  private List<Parallel.Brush> brushes(ParallelPane pane) {
    return ask(() -> pane.brushesProperty().get());
  }

  @Test
  void aFinishedCurveIsAddedToThePictureAsIfAllWereDrawnAnew() {
    List<Curve> curves =
        IntStream.range(0, 12).mapToObj(i -> SampleScores.curve("f" + i, 300, i)).toList();
    CurvePane grown = ask(() -> new CurvePane(LOSS));
    run(() -> grown.show(curves.subList(0, 11), List.of(curves.get(11))));
    show(() -> new StackPane(grown), 600, 400);
    picture("curves-before");
    run(() -> grown.show(curves, List.of()));
    WritableImage added = picture("curves-added");
    CurvePane fresh = ask(() -> new CurvePane(LOSS));
    run(() -> fresh.show(curves, List.of()));
    show(() -> new StackPane(fresh), 600, 400);
    assertEquals(0, differing(added, picture("curves-fresh")));
    run(() -> fresh.show(curves.subList(1, 12), List.of()));
    assertTrue(differing(added, picture("curves-fewer")) > 0, "one is gone");
  }

  private static int differing(WritableImage a, WritableImage b) {
    int count = 0;
    for (int x = 0; x < a.getWidth(); x++) {
      for (int y = 0; y < a.getHeight(); y++) {
        count += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void plotsFollowTheTheme() {
    show(PlotPaneTest::gallery, 1100, 700);
    WritableImage light = picture("plots-light");
    switchTo(Theme.DARK);
    WritableImage dark = picture("plots-dark");
    assertTrue(brightness(light) > 0.9, "light: " + brightness(light));
    assertTrue(brightness(dark) < 0.25, "dark: " + brightness(dark));
  }

  @Test
  void aPngHasTwiceThePixels() throws IOException {
    byte[] png =
        ask(() ->
            new PlotFile(
                    new EdfPlot(SampleScores.scores(5, 60), "Share of designs"),
                    500,
                    300,
                    Palette.PAPER)
                .png());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1000, image.getWidth());
    assertEquals(600, image.getHeight());
    java.nio.file.Files.write(java.nio.file.Path.of("target", "edf.png"), png);
  }

  private static GridPane gallery() {
    ScorePane strips = new ScorePane(SampleScores.scores(5, 60));
    EdfPane edf = new EdfPane(SampleScores.scores(5, 60), "Share of designs");
    CurvePane curves = new CurvePane(LOSS);
    curves.show(
        IntStream.range(0, 12).mapToObj(i -> SampleScores.curve("f" + i, 600, i)).toList(),
        List.of(SampleScores.curve("live", 470, 0), SampleScores.curve("more", 220, 1)));
    GridPane grid = new GridPane(12, 12);
    grid.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 12px;");
    List<PlotPane> panes = List.of(strips, edf, curves, new ParallelPane(parallel()));
    for (int i = 0; i < panes.size(); i++) {
      panes.get(i).setPrefSize(530, 332);
      grid.add(panes.get(i), i % 2, i / 2);
    }
    return grid;
  }

  private static Parallel parallel() {
    List<Parallel.Row> rows = new ArrayList<>();
    List<Scores.Candidate> candidates = SampleScores.scores(5, 60).candidates();
    for (int c = 0; c < candidates.size(); c++) {
      List<Scores.Dot> dots = candidates.get(c).dots();
      for (int i = 0; i < dots.size(); i++) {
        rows.add(new Parallel.Row(dots.get(i).trial(), c, (i * 7) % 3, dots.get(i).score()));
      }
    }
    return new Parallel(
        List.of(
            new Parallel.Dimension(
                "Grouping", candidates.stream().map(Scores.Candidate::name).toList()),
            new Parallel.Dimension("Allocation", List.of("Increasing", "Uniform", "Decreasing")),
            new Parallel.Dimension("Score", List.of())),
        rows);
  }

  private static double brightness(WritableImage image) {
    double sum = 0;
    int count = 0;
    for (int x = 0; x < image.getWidth(); x += 7) {
      for (int y = 0; y < image.getHeight(); y += 7) {
        sum += image.getPixelReader().getColor(x, y).getBrightness();
        count++;
      }
    }
    return sum / count;
  }
}
