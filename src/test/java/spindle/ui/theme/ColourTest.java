package spindle.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import spindle.ui.plot.Ink;
import spindle.ui.plot.Palette;

/// Our fixed colours are seen on both themes.
class ColourTest {
  private static final Ink WHITE = Ink.of(0xffffff);
  private static final Ink NIGHT = Ink.of(0x0d1117);

  @Test
  void everySeriesStandsOutInBothThemes() {
    Palette.SERIES.forEach(ColourTest::requireContrast);
  }

  @Test
  void everyGroupAndStrategyStandsOutInBothThemes() throws IOException {
    List<Ink> colours = declared("-(?:group|strategy)-[a-z0-9]+: #([0-9a-f]{6});");
    assertEquals(12, colours.size());
    colours.forEach(ColourTest::requireContrast);
  }

  @Test
  void contrastIsThatOfTheGuidelines() {
    assertEquals(21, contrast(WHITE, Ink.of(0)), 1e-9);
    assertEquals(4.48, contrast(WHITE, Ink.of(0x777777)), 0.005);
  }

  private static void requireContrast(Ink ink) {
    assertTrue(contrast(ink, WHITE) >= 3, ink.hex() + " on white: " + contrast(ink, WHITE));
    assertTrue(contrast(ink, NIGHT) >= 3, ink.hex() + " on dark: " + contrast(ink, NIGHT));
  }

  private static double contrast(Ink a, Ink b) {
    double light = Math.max(a.luminance(), b.luminance());
    double dark = Math.min(a.luminance(), b.luminance());
    return (light + 0.05) / (dark + 0.05);
  }

  private static List<Ink> declared(String pattern) throws IOException {
    try (InputStream sheet = Theme.class.getResourceAsStream("spindle.css")) {
      String text = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      return matcher.results().map(found -> Ink.of(Integer.parseInt(found.group(1), 16))).toList();
    }
  }
}
