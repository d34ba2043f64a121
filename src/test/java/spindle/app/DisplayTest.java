package spindle.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class DisplayTest {

  @Test
  void linuxWithoutAnyServerHasNoDisplay() {
    assertTrue(Display.isMissing(Map.of("DISPLAY", ""), properties("Linux", "")));
  }

  @Test
  void anXServerOrWaylandIsADisplay() {
    assertFalse(Display.isMissing(Map.of("DISPLAY", ":0"), properties("Linux", "")));
    assertFalse(Display.isMissing(Map.of("WAYLAND_DISPLAY", "w"), properties("Linux", "")));
  }

  @Test
  void aPlatformChosenByHandNeedsNoServer() {
    assertFalse(Display.isMissing(Map.of(), properties("Linux", "Headless")));
  }

  @Test
  void otherSystemsAlwaysHaveADisplay() {
    assertFalse(Display.isMissing(Map.of(), properties("Windows 11", "")));
    assertFalse(Display.isMissing(Map.of(), properties("Mac OS X", "")));
  }

  private static Properties properties(String system, String platform) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("glass.platform", platform);
    return properties;
  }
}
