package spindle.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern IN_JAVA = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([\\w.]+)\"[,)]");
  private static final Pattern IN_FXML = Pattern.compile("\"%([\\w.]+)\"");

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException {
    Set<String> known = new TreeSet<>(Collections.list(Texts.bundle().getKeys()));
    Set<String> missing = new TreeSet<>(used("src/main/java/spindle/ui", IN_JAVA));
    missing.addAll(used("resources/spindle/ui", IN_FXML));
    assertTrue(missing.size() > 60, "asked for: " + missing.size());
    missing.removeAll(known);
    assertEquals(Set.of(), missing);
  }

  @Test
  void noTextIsLeftOver() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String folder : List.of("src/main/java/spindle/ui", "resources/spindle/ui")) {
      for (Path file : files(folder)) {
        sources.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    Set<String> left = new TreeSet<>();
    for (String key : Collections.list(Texts.bundle().getKeys())) {
      boolean built =
          Stream.of(
                  "strategy.",
                  "grouping.",
                  "allocation.",
                  "nav.",
                  "trial.",
                  "live.",
                  "trials.",
                  "choice.")
              .anyMatch(key::startsWith);
      if (!built && !sources.toString().contains(key.replaceFirst("\\.tip$", ""))) {
        left.add(key);
      }
    }
    assertEquals(Set.of(), left);
  }

  @Test
  void placesAreFilledAndCountsAreSpoken() {
    assertEquals("G1 \u00b7 1 layer", Texts.of("group.size", "G1", 1));
    assertEquals("G2 \u00b7 4 layers", Texts.of("group.size", "G2", 4));
    assertEquals("Undo (Ctrl+Z)", Texts.of("undo.tip"));
  }

  @Test
  void numbersAreShort() {
    assertEquals("999", Texts.shortCount(999));
    assertEquals("13.8k", Texts.shortCount(13_824));
    assertEquals("547k", Texts.shortCount(547_411));
    assertEquals("1.2M", Texts.shortCount(1_234_567));
    assertEquals("0.50 %", Texts.percent(0.005, 2));
  }

  private static Set<String> used(String folder, Pattern pattern) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(folder)) {
      Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
      matcher.results().forEach(found -> keys.add(found.group(1)));
    }
    return keys;
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of(folder))) {
      return tree.filter(file -> file.toString().matches(".*\\.(java|fxml)")).toList();
    }
  }
}
