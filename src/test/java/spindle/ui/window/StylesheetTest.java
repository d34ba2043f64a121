package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.ui.UiTest;

/// Every property that a stylesheet of ours sets is known: JavaFX passes over a misspelt one
/// without a word.
class StylesheetTest extends UiTest {

  private static final Path SHEETS = Path.of("resources", "spindle", "ui");
  private static final String TOOLKIT = "-fx-";

  @TempDir private Path folder = Path.of("");

  @Test
  void everyPropertyThatIsSetIsOneOfAControlOrIsLookedUp() throws IOException {
    Set<String> known = new TreeSet<>();
    try (StillPages pages = new StillPages(folder, StillPages::early)) {
      show(() -> pages.shell(appearance()), 1440, 900);
      for (String page : Pages.ORDER) {
        run(() -> pages.go(page));
        run(() -> collect(stage().getScene().getRoot(), known));
      }
    }
    assertTrue(known.size() > 100, "known: " + known.size());
    String texts = texts();
    List<String> unknown = new ArrayList<>();
    for (Declaration declaration : declarations()) {
      String property = declaration.getProperty();
      boolean found =
          property.startsWith(TOOLKIT) ? known.contains(property) : isLookedUp(property, texts);
      if (!found) {
        unknown.add(property);
      }
    }
    assertEquals(List.of(), unknown);
  }

  private static void collect(Node node, Set<String> known) {
    node.getCssMetaData().forEach(property -> add(property, known));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, known));
    }
  }

  private static void add(CssMetaData<? extends Styleable, ?> property, Set<String> known) {
    known.add(property.getProperty());
    if (property.getSubProperties() != null) {
      property.getSubProperties().forEach(part -> add(part, known));
    }
  }

  /// A colour that is one of a row is looked up by its name without the number.
  private static boolean isLookedUp(String property, String texts) {
    String row = property.replaceFirst("\\d+$", "");
    int places = texts.split(Pattern.quote(property) + "(?![\\w-])", -1).length - 1;
    return places > 1 || (!row.equals(property) && texts.contains(row + "\" + "));
  }

  private static List<Declaration> declarations() throws IOException {
    List<Declaration> all = new ArrayList<>();
    for (Path sheet : files(SHEETS, ".css")) {
      for (Rule rule : new CssParser().parse(sheet.toUri().toURL()).getRules()) {
        if (!isBridge(sheet, rule)) {
          all.addAll(rule.getDeclarations());
        }
      }
    }
    assertTrue(all.size() > 200, "set: " + all.size());
    return all;
  }

  /// The colours of another theme that ControlsFX looks up.
  private static boolean isBridge(Path sheet, Rule rule) {
    return sheet.endsWith("controlsfx.css")
        && rule.getSelectors().stream().allMatch(one -> one.toString().contains(".root"));
  }

  private static String texts() throws IOException {
    StringBuilder texts = new StringBuilder();
    List<Path> files = new ArrayList<>(files(SHEETS, ".css"));
    files.addAll(files(Path.of("src", "main", "java", "spindle", "ui"), ".java"));
    for (Path file : files) {
      texts.append(Files.readString(file, StandardCharsets.UTF_8));
    }
    return texts.toString();
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
