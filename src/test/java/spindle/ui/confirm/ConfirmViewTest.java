package spindle.ui.confirm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.export.PatternFile;
import spindle.study.StudyCommand;
import spindle.ui.UiTest;
import spindle.ui.explorer.TestStudy;
import spindle.ui.theme.Theme;

/// The page of confirmation and export as a user works with it.
class ConfirmViewTest extends UiTest {
  @TempDir Path folder;

  private final TestStudy study = TestStudy.small();

  private ConfirmViewModel open(int width, int height) {
    ConfirmViewModel model = new ConfirmViewModel(study, Runnable::run, this::onUi);
    FileChoice files =
        new FileChoice() {
          @Override
          public Optional<Path> table(String name) {
            return Optional.of(folder.resolve(name + ".csv"));
          }

          @Override
          public Optional<Path> save(String name) {
            return Optional.of(folder.resolve(name));
          }

          @Override
          public Optional<Path> pattern() {
            return Optional.of(folder.resolve("pattern.json"));
          }
        };
    show(() -> new ConfirmView(model, files), width, height);
    return model;
  }

  private String text(String selector) {
    return ask(() -> ((Label) find(selector)).getText());
  }

  @Test
  void anOpenStudySaysWhatIsMissing() {
    open(1040, 617);
    assertTrue(text("#confirm-words").contains("open: grouping, allocation"));
    assertTrue(find("#confirm-save").isDisabled());
    assertTrue(find("#confirm-start").isDisabled());
    picture("confirm-missing");
  }

  @Test
  void thePatternIsConfirmedSavedAndReadAgain() throws IOException {
    study.decideAll("main");
    open(1040, 617);
    click("#confirm-start");
    assertEquals(
        List.of(StudyCommand.Confirm.class, StudyCommand.Start.class),
        study.orders.stream().map(Object::getClass).toList());
    run(() -> study.trainConfirmation("main", 18));
    assertEquals("18 of 30 trainings", text("#confirm-progress"));
    GridPane table = (GridPane) find("#confirm-table");
    assertEquals(5 * 7, ask(() -> table.getChildren().size()));
    picture("confirm-light");
    click("#confirm-save");
    PatternFile saved = PatternFile.read(folder.resolve("pattern.json"));
    assertEquals("spindle", saved.decisions().getFirst().chosen());
    assertEquals(7, saved.decisions().size());
    click("#confirm-import");
    String own = text("#confirm-transfer-budget");
    run(() -> ((ComboBox<?>) find("#confirm-target")).getSelectionModel().select(2));
    String large = text("#confirm-transfer-budget");
    assertFalse(own.equals(large), own);
    assertTrue(large.contains("10,054,257"), large);
    click("#confirm-transfer-save");
    assertTrue(Files.readString(folder.resolve("design.json")).contains("\"layer\": 23"));
    click("#confirm-trials");
    assertTrue(Files.readString(folder.resolve("trials.csv")).startsWith("path,stage,candidate,"));
    switchTo(Theme.DARK);
    picture("confirm-dark");
  }

  @Test
  void oneSeedHasNeitherIntervalNorProbability() {
    study.decideAll("main");
    open(1040, 617);
    click("#confirm-start");
    run(() -> study.trainConfirmation("main", 6));
    GridPane table = (GridPane) find("#confirm-table");
    List<String> words =
        ask(() -> table.getChildren().stream().map(node -> ((Label) node).getText()).toList());
    assertTrue(words.contains("1 / 5"), words.toString());
    assertFalse(words.stream().anyMatch(word -> word.contains("[") || word.equals("1.000")));
    run(() -> study.trainConfirmation("main", 6));
    List<String> more =
        ask(() -> table.getChildren().stream().map(node -> ((Label) node).getText()).toList());
    assertTrue(more.stream().anyMatch(word -> word.contains("[")), more.toString());
  }

  @Test
  void plotsAreSavedInThreeForms() throws IOException {
    study.decideAll("main");
    ConfirmViewModel model = open(1040, 617);
    FileChoice files =
        new FileChoice() {
          @Override
          public Optional<Path> table(String name) {
            return Optional.of(folder.resolve(name + ".csv"));
          }

          @Override
          public Optional<Path> save(String name) {
            return Optional.of(folder.resolve(name));
          }

          @Override
          public Optional<Path> pattern() {
            return Optional.empty();
          }
        };
    PlotSaver saver = new PlotSaver(model, files);
    ConfirmPage.Chosen.Found found = (ConfirmPage.Chosen.Found) model.page().pattern();
    run(() -> {
      for (PlotSaver.Format format : PlotSaver.Format.values()) {
        saver.save(found.picture(), "pattern", format);
      }
    });
    byte[] png = Files.readAllBytes(folder.resolve("pattern.png"));
    assertArrayEquals(
        new byte[] {0, 0, 5, (byte) 160, 0, 0, 3, 32}, Arrays.copyOfRange(png, 16, 24));
    assertTrue(Files.readString(folder.resolve("pattern.svg")).contains("width=\"720\""));
    byte[] pdf = Files.readAllBytes(folder.resolve("pattern.pdf"));
    assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }
}
