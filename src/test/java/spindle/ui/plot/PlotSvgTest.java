package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// What plots draw, read from their SVG.
class PlotSvgTest {

  private static String svg(Plot plot) {
    return new PlotFile(plot, 600, 400, Palette.PAPER).svg();
  }

  private static int count(String svg, String part) {
    return svg.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void aStripPlotHasADotForEachDesignAndAMeanForEachInterval() {
    String svg = svg(new StripPlot(SampleScores.scores(3, 20)));
    assertEquals(3 * 20 + 3, count(svg, "<circle"));
    assertTrue(svg.contains(">Spindle</text>"));
    assertTrue(svg.contains(">Mean score</text>"));
  }

  @Test
  void aReportedMeanIsADashedLine() {
    Scores.Candidate plain = SampleScores.scores(1, 5).candidates().getFirst();
    Scores.Candidate reported =
        new Scores.Candidate(
            plain.name(), plain.dots(), plain.interval(), Optional.of(0.8), plain.emphasis(), 0);
    assertFalse(svg(new StripPlot(new Scores(List.of(plain), ""))).contains("dasharray"));
    assertTrue(svg(new StripPlot(new Scores(List.of(reported), ""))).contains("dasharray"));
  }

  @Test
  void anEmptyPlotStillHasItsFrame() {
    assertTrue(svg(new StripPlot(new Scores(List.of(), "Score"))).contains(">Score</text>"));
    assertTrue(svg(new EdfPlot(new Scores(List.of(), "Score"), "Share")).contains(">Share</text>"));
    CurvePlot none =
        new CurvePlot(
            List.of(), List.of(), CurvePlot.View.DEFAULT, new Frame.Titles("Step", "Loss"));
    assertTrue(svg(none).contains(">Loss</text>"));
  }

  @Test
  void aCurveBreaksWhereItDiverged() {
    Samples samples = new Samples();
    for (int i = 0; i < 10; i++) {
      samples.add(i, i, i == 5 ? Double.NaN : 1 + i);
    }
    CurvePlot plot =
        new CurvePlot(
            List.of(new Curve("a", samples, 10, 0)),
            List.of(),
            CurvePlot.View.DEFAULT,
            new Frame.Titles("", ""));
    assertEquals(2, count(svg(plot), "<polyline"));
  }

  @Test
  void aLiveCurveHasItsRawLineBehindTheSmoothedOne() {
    Samples samples = new Samples();
    for (int i = 0; i < 10; i++) {
      samples.add(i, i, i % 3);
    }
    CurvePlot plot =
        new CurvePlot(
            List.of(),
            List.of(new Curve("a", samples, 10, 0)),
            CurvePlot.View.DEFAULT,
            new Frame.Titles("", ""));
    String svg = svg(plot);
    assertEquals(2, count(svg, "<polyline"));
    assertTrue(svg.indexOf("stroke-opacity=\"0.28\"") < svg.lastIndexOf("<polyline"));
  }

  @Test
  void textIsEscapedAndTheDocumentIsXml() throws Exception {
    Scores.Candidate odd =
        new Scores.Candidate(
            "<A & B>", List.of(), Optional.empty(), Optional.empty(), Scores.Emphasis.PLAIN, 0);
    String svg = svg(new StripPlot(new Scores(List.of(odd), "")));
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertEquals("svg", parsed.getDocumentElement().getTagName());
    assertTrue(parsed.getDocumentElement().getTextContent().contains("<A & B>"));
  }

  @Test
  void parallelCoordinatesDrawALineForEachDesign() {
    Parallel data =
        new Parallel(
            List.of(
                new Parallel.Dimension("Grouping", List.of("Spindle", "Uniform")),
                new Parallel.Dimension("Score", List.of())),
            List.of(new Parallel.Row("a", 0, 0.8), new Parallel.Row("b", 1, 0.7)));
    assertEquals(2, count(svg(new ParallelPlot(data, List.of())), "<polyline"));
    List<Parallel.Brush> brush = List.of(new Parallel.Brush(0, new Range(-0.5, 0.5)));
    assertEquals(List.of("a"), data.chosen(brush).stream().map(Parallel.Row::trial).toList());
    assertEquals(1, count(svg(new ParallelPlot(data, brush)), "stroke-opacity=\"0.12\""));
  }
}
