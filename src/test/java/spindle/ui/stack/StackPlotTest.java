package spindle.ui.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import spindle.design.LayerGrouping;
import spindle.design.Preset;
import spindle.ui.plot.Ink;
import spindle.ui.plot.Palette;
import spindle.ui.plot.PlotFile;
import spindle.ui.theme.Theme;

class StackPlotTest {

  private static String svg(StackPlot plot) {
    return new PlotFile(plot, 200, 80, Palette.PAPER).svg();
  }

  @Test
  void aDesignIsDrawnWithItsColoursAndLetters() {
    String svg = svg(StackPlot.of(Preset.S4.design(12).orElseThrow()));
    assertEquals(1 + 2 * 12, svg.split("<rect").length - 1);
    for (String letter : List.of("A", "P", "B", "L")) {
      int drawn = svg.split(">" + letter + "</text>").length - 1;
      assertEquals(letter.equals("A") || letter.equals("P") ? 3 : 2, drawn, letter);
    }
    assertEquals(10, svg.split("<circle").length - 1);
    GroupInks.ALL.subList(0, 4).forEach(ink -> assertTrue(svg.contains(ink.hex())));
  }

  @Test
  void aFrozenGroupIsHatched() {
    Draft draft = Draft.of(Preset.S4.design(12).orElseThrow());
    assertTrue(!svg(StackPlot.of(draft)).contains("clip-path"));
    assertEquals(2, svg(StackPlot.of(draft.toggled(0))).split("<clipPath").length - 1);
  }

  @Test
  void theBorderOfTheDecoderIsADashedLine() {
    StackPlot plot = StackPlot.of(Preset.S4.design(12).orElseThrow());
    assertTrue(!svg(plot.withBorder(Optional.empty())).contains("stroke-dasharray"));
    assertEquals(1, svg(plot.withBorder(Optional.of(6))).split("stroke-dasharray").length - 1);
  }

  @Test
  void aGroupingAloneHasNoLetters() {
    assertTrue(!svg(StackPlot.of(LayerGrouping.of(2, 4, 4, 2))).contains("<text"));
  }

  @Test
  void theColoursOfFilesAreThoseOfTheStylesheet() throws IOException {
    try (InputStream sheet = Theme.class.getResourceAsStream("spindle.css")) {
      String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      List<Ink> declared =
          Pattern.compile("-group-[1-8]: #([0-9a-f]{6});")
              .matcher(text)
              .results()
              .map(found -> Ink.of(Integer.parseInt(found.group(1), 16)))
              .toList();
      assertEquals(declared, GroupInks.ALL);
    }
  }
}
