package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.theme.Fonts;

/// Where plots put things.
class LayoutTest {
  private static final Box AREA = new Box(0, 0, 600, 400);

  @Test
  void dotsOfASwarmDoNotCoverEachOther() {
    double[] ys = {10, 11, 12, 10, 30, 11.5};
    double[] shifts = Swarm.shifts(ys, 3, 100);
    for (int i = 0; i < ys.length; i++) {
      for (int j = 0; j < i; j++) {
        assertTrue(Math.hypot(ys[i] - ys[j], shifts[i] - shifts[j]) >= 6 - 1e-5, i + " and " + j);
      }
    }
    assertEquals(0, shifts[4], "a dot alone lies in the middle");
  }

  @Test
  void aSwarmKeepsInsideItsColumn() {
    for (double shift : Swarm.shifts(new double[200], 3, 20)) {
      assertTrue(Math.abs(shift) <= 20);
    }
  }

  @Test
  void theDotUnderTheMouseIsFound() {
    StripPlot.Layout layout = new StripPlot(SampleScores.scores(5, 60)).layout(AREA);
    StripPlot.Mark mark = layout.marks().get(130);
    assertEquals(Optional.of(mark), layout.at(mark.centre()));
    assertEquals(Optional.empty(), layout.at(new Point(1, 1)));
  }

  @Test
  void arrowKeysWalkFromTheBestDot() {
    List<StripPlot.Mark> marks = new StripPlot(SampleScores.scores(2, 9)).layout(AREA).marks();
    StripPlot.Mark best = DotWalk.next(marks, Optional.empty(), KeyCode.UP).orElseThrow();
    assertEquals(0, best.candidate());
    assertTrue(marks.stream().noneMatch(m -> m.candidate() == 0 && m.score() > best.score()));
    assertEquals(Optional.of(best), DotWalk.next(marks, Optional.of(best), KeyCode.UP));
    StripPlot.Mark second = DotWalk.next(marks, Optional.of(best), KeyCode.DOWN).orElseThrow();
    assertEquals(Optional.of(best), DotWalk.next(marks, Optional.of(second), KeyCode.UP));
    StripPlot.Mark right = DotWalk.next(marks, Optional.of(best), KeyCode.RIGHT).orElseThrow();
    assertEquals(1, right.candidate());
  }

  @Test
  void quartilesAreThoseOfTheirDefinition() {
    // numpy.percentile([1, 2, 3, 4, 100], [25, 50, 75]) = [2, 3, 4]; 100 is beyond 4 + 1.5 * 2
    assertEquals(new Quartiles(1, 2, 3, 4, 4), Quartiles.of(new double[] {100, 4, 3, 2, 1}));
    assertEquals(new Quartiles(1, 1.75, 2.5, 3.25, 4), Quartiles.of(new double[] {1, 2, 3, 4}));
  }

  @Test
  void aDistributionFunctionCountsTheScoresThatAreNotAbove() {
    double[] scores = {1, 2, 2, 5};
    assertArrayEquals(
        new double[] {0, 0.25, 0.75, 1},
        new double[] {
          EdfPlot.share(scores, 0.5),
          EdfPlot.share(scores, 1),
          EdfPlot.share(scores, 2),
          EdfPlot.share(scores, 9)
        });
  }

  @Test
  void aThinnedLineKeepsItsExtremesAndEnds() {
    Points out = new Points(8);
    Thinning thinning = new Thinning(out);
    for (int i = 0; i < 1000; i++) {
      thinning.add(i / 100.0, i == 555 ? -7 : i == 556 ? 99 : 50 + i % 2);
    }
    thinning.end();
    assertTrue(out.size() <= 40, "places: " + out.size());
    double low = 0;
    double high = 0;
    for (int i = 0; i < out.size(); i++) {
      low = Math.min(low, out.y(i));
      high = Math.max(high, out.y(i));
    }
    assertEquals(-7, low);
    assertEquals(99, high);
    assertEquals(0, out.x(0));
    assertEquals(9.99, out.x(out.size() - 1));
  }

  @Test
  void knownWidthsAreThoseOfTheFont() throws IOException {
    for (TextStyle.Weight weight : TextStyle.Weight.values()) {
      String file = weight == TextStyle.Weight.REGULAR ? "Inter-Regular.ttf" : "Inter-SemiBold.ttf";
      try (TrueTypeFont font =
          new TTFParser().parse(new RandomAccessReadBuffer(Fonts.open(file)))) {
        TextStyle style = TextStyle.of(Ink.of(0), 1000, Anchor.START).weighing(weight);
        for (char c = ' '; c <= '~'; c++) {
          int glyph = font.getUnicodeCmapLookup().getGlyphId(c);
          double width = font.getAdvanceWidth(glyph) * 1000.0 / font.getUnitsPerEm();
          assertEquals(width, TextWidth.of(style, String.valueOf(c)), 0.5, file + " " + c);
        }
      }
    }
  }

  @Test
  void textThatDoesNotFitEndsInAnEllipsis() {
    TextStyle style = TextStyle.of(Ink.of(0), 11, Anchor.START);
    assertEquals("Spindle", TextWidth.fitting(style, "Spindle", 60));
    assertEquals("Spi\u2026", TextWidth.fitting(style, "Spindle", 28));
    assertEquals("", TextWidth.fitting(style, "Spindle", 3));
  }

  @Test
  void aPdfHoldsItsTextAndEmbedsItsFonts() throws IOException {
    byte[] pdf =
        new PlotFile(new StripPlot(SampleScores.scores(5, 30)), 600, 400, Palette.PAPER).pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(new PDFTextStripper().getText(document).contains("Bottleneck"));
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded());
      }
    }
  }

  @Test
  void aPdfWritesAQuestionMarkForWhatTheFontLacks() throws IOException {
    Plot plot =
        (surface, area, palette) ->
            surface.text(
                TextStyle.of(palette.text(), 12, Anchor.START), new Point(5, 20), "a\u6f22b");
    try (PDDocument document = Loader.loadPDF(new PlotFile(plot, 80, 40, Palette.PAPER).pdf())) {
      assertTrue(new PDFTextStripper().getText(document).contains("a?b"));
    }
  }
}
