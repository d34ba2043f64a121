package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import spindle.study.StudyRecords;
import spindle.ui.support.CommandMenu;

/// The set-up of a new study as its user meets it.
class SetupFlowTest extends WindowTest {

  private void openSetup() {
    openWindow(1440, 900);
    click("#fresh");
    await(() -> !ask(() -> find("#create").isDisabled()));
  }

  private void write(String field, String text) {
    run(() -> ((TextField) find(field)).setText(text));
  }

  private String problem(String field) {
    return ask(() -> ((Label) find(field + "-problem")).getText());
  }

  @Test
  void whatIsWrongIsSaidAtTheFieldAtOnce() {
    openSetup();
    write("#setup-budget", "200");
    assertEquals("A budget must be above 0 % and at most 100 %: 2.0.", problem("#setup-budget"));
    assertTrue(ask(() -> find("#create").isDisabled()));
    write("#setup-budget", "1");
    assertEquals("", problem("#setup-budget"));
    assertEquals(
        "333,600 of 33,360,000 parameters may be trained",
        ask(() -> ((Label) find("#budgetWords")).getText()));
    write("#setup-groups", "13");
    assertEquals(
        "The backbone has 12 layers, so there are at most as many groups.",
        problem("#setup-groups"));
    write("#setup-groups", "four");
    assertEquals("This must be a whole number.", problem("#setup-groups"));
  }

  @Test
  void aBackboneThatIsNotThereIsToldAtItsField() {
    openSetup();
    write("#setup-backbone", "nowhere");
    await(() -> problem("#setup-backbone").equals("nowhere/config.json: there is no such file"));
    assertTrue(ask(() -> find("#create").isDisabled()));
  }

  @Test
  void thePreflightSaysWhatThePlanWillTake() {
    openSetup();
    click("#measure");
    await(() -> ((Label) find("#result")).getText().startsWith("A design takes"));
    assertTrue(!ask(() -> ((Button) find("#create")).isDisabled()));
  }

  @Test
  void detailsAreOpenedChangedCountedAndKeptInTheStudy() {
    openSetup();
    assertTrue(!ask(() -> isShown("#setup-lora")));
    turn("#setup-details");
    assertTrue(ask(() -> isShown("#setup-lora")));
    write("#setup-lora", "0");
    assertEquals("This must be above 0 and at most 10, such as 1e-3.", problem("#setup-lora"));
    assertTrue(ask(() -> find("#create").isDisabled()));
    write("#setup-lora", "3e-4");
    assertEquals("1 change", ask(() -> ((Label) find("#setup-details-summary")).getText()));
    CommandMenu menu = (CommandMenu) find("#actions .command-menu");
    String command = ask(() -> menu.command("Create and start"));
    assertTrue(command.contains(" --rate-lora 0.0003 "), command);
    click("#create");
    await(() -> !findAll("#live-doing").isEmpty());
    try (StudyRecords study =
        machine().desk().files().read(folder().resolve("studies").resolve("study-1.spindle"))) {
      assertEquals(3e-4, study.plan().subject().settings().rates().lora());
    }
  }

  @Test
  void aClosedPartOpensWhenSomethingInItGoesWrong() {
    openSetup();
    turn("#setup-comparison");
    write("#setup-order", "grouping,G4");
    turn("#setup-comparison");
    assertTrue(!ask(() -> isShown("#setup-order")));
    write("#setup-groups", "3");
    assertTrue(ask(() -> isShown("#setup-order")));
    assertEquals("There is no G4 among 3 groups.", problem("#setup-order"));
  }

  /// Opens a closed part, or closes an open one.
  private void turn(String header) {
    run(() -> find(header).requestFocus());
    press(KeyCode.SPACE);
  }

  private boolean isShown(String field) {
    return !findAll(field).isEmpty();
  }

  @Test
  void createdMeansOpenAndTraining() {
    openSetup();
    write("#setup-draws", "6");
    write("#setup-first", "4");
    click("#create");
    await(() -> !findAll("#live-doing").isEmpty());
    await(() -> ((Label) find("#live-doing")).getText().startsWith("running stage"));
    assertTrue(Files.exists(folder().resolve("studies").resolve("study-1.spindle")));
  }
}
