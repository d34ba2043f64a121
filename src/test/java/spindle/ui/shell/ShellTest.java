package spindle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import spindle.ui.UiTest;
import spindle.ui.live.LiveEvent;
import spindle.ui.live.LiveView;
import spindle.ui.live.SampleLive;
import spindle.ui.settings.DeviceChoice;
import spindle.ui.settings.Settings;
import spindle.ui.settings.SettingsGateway;
import spindle.ui.settings.SettingsView;
import spindle.ui.settings.SettingsViewModel;
import spindle.ui.stack.DesignEditor;
import spindle.ui.stack.Drawn;
import spindle.ui.support.CommandMenu;
import spindle.ui.support.Threads;
import spindle.ui.theme.Theme;
import spindle.ui.trials.SampleTrials;
import spindle.ui.trials.TrialsView;
import spindle.ui.trials.TrialsViewModel;
import spindle.ui.welcome.RecentStudy;
import spindle.ui.welcome.WelcomeGateway;
import spindle.ui.welcome.WelcomeView;
import spindle.ui.welcome.WelcomeViewModel;

/// The frame with its pages, over studies made for the test.
class ShellTest extends UiTest {
  private static final Threads NOW = new Threads(Runnable::run, Runnable::run);

  private final List<String> asked = new ArrayList<>();
  private final SampleLive live = new SampleLive();
  private final ShellViewModel model =
      new ShellViewModel(List.of("welcome", "explorer", "live", "trials", "settings"));

  private void open(int width, int height) {
    show(this::shell, width, height);
  }

  private Shell shell() {
    model.studyProperty().set("bge-small \u00b7 practice tasks");
    model.statusProperty().set("LoRA added to G4");
    model.progressProperty().set("6 of 10 designs trained");
    return new Shell(
        model,
        List.of(
            new Destination("welcome", Feather.HOME, this::welcome),
            new Destination("explorer", Feather.COMPASS, ShellTest::editor),
            new Destination(
                "live", Feather.ACTIVITY, () -> new LiveView(live.model(), new CommandMenu())),
            new Destination("trials", Feather.LIST, this::trials),
            new Destination("settings", Feather.SETTINGS, ShellTest::settings)),
        appearance());
  }

  private WelcomeView welcome() {
    WelcomeGateway gateway =
        new WelcomeGateway() {
          @Override
          public List<RecentStudy> recent() {
            return List.of(
                new RecentStudy(Path.of("glue.spindle"), "GLUE, bert-base", "Grouping decided"));
          }

          @Override
          public void openSample() {
            asked.add("sample");
          }

          @Override
          public void open(Path file) {
            throw new IllegalStateException("The file " + file + " is no study.");
          }
        };
    WelcomeViewModel page = new WelcomeViewModel(gateway, NOW, () -> model.go("live"));
    return new WelcomeView(page, () -> Path.of("other.txt").toFile(), () -> asked.add("new study"));
  }

  private static VBox editor() {
    VBox page = new VBox(new DesignEditor(Drawn.s4()));
    page.getStyleClass().add("page");
    return page;
  }

  private TrialsView trials() {
    return new TrialsView(
        new TrialsViewModel(new SampleTrials(400), NOW),
        () -> asked.add("export"),
        new CommandMenu());
  }

  private static SettingsView settings() {
    SettingsGateway gateway =
        new SettingsGateway() {
          @Override
          public void save(Settings settings) {}

          @Override
          public List<DeviceChoice> devices() {
            return List.of(new DeviceChoice("cpu", "Processor, 2 cores"));
          }

          @Override
          public Settings load() {
            return new Settings(
                Theme.LIGHT,
                "cpu",
                Optional.empty(),
                Optional.empty(),
                Settings.Notifications.IMPORTANT);
          }
        };
    return new SettingsView(new SettingsViewModel(gateway, NOW), () -> Path.of("nowhere").toFile());
  }

  @Test
  void aClickAndAKeyGoToPages() {
    open(1440, 900);
    click("#nav-trials");
    assertEquals("trials", ask(() -> model.pageProperty().get()));
    press(KeyCode.CONTROL, KeyCode.DIGIT5);
    assertEquals("settings", ask(() -> model.pageProperty().get()));
    assertTrue(ask(() -> ((ToggleButton) find("#nav-settings")).isSelected()));
    press(KeyCode.CONTROL, KeyCode.DIGIT9);
    assertEquals("settings", ask(() -> model.pageProperty().get()));
    assertThrows(IllegalArgumentException.class, () -> model.go("nowhere"));
  }

  @Test
  void theSampleStudyIsOneClickAway() {
    open(1440, 900);
    click("#sample");
    assertEquals(List.of("sample"), asked);
    assertEquals("live", ask(() -> model.pageProperty().get()));
  }

  @Test
  void aFileThatIsNoStudyIsToldOnThePage() {
    open(1440, 900);
    click("#open");
    Label message = (Label) find("#message");
    assertEquals("The file other.txt is no study.", ask(message::getText));
    assertFalse(ask(() -> find("#open").isDisabled()));
  }

  @Test
  void runningTrainingsAreShownAndStopped() {
    open(1440, 900);
    click("#nav-live");
    run(() -> {
      live.tell(new LiveEvent.Activity(LiveEvent.Doing.TRAINING, "running", 0));
      live.tellRun("t1", "Spindle 1, SST-2", 600, 400);
    });
    await(() -> !findAll(".live-stop").isEmpty());
    click(".live-stop");
    click("#live-pause");
    run(() -> live.tell(new LiveEvent.Activity(LiveEvent.Doing.PAUSED, "paused", 0)));
    await(() -> !((Button) find("#live-pause")).getText().equals("Pause"));
    assertEquals("Resume", ask(() -> ((Button) find("#live-pause")).getText()));
  }

  @Test
  void theTableIsFilteredAndSaved() {
    open(1440, 900);
    click("#nav-trials");
    click("#trials-filter");
    type("score>0.85");
    int shown = ask(() -> ((TableView<?>) find("#trials-table")).getItems().size());
    assertTrue(shown > 0 && shown < 200, "shown: " + shown);
    click("#trials-export");
    assertEquals(List.of("export"), asked);
  }

  @Test
  void allPagesLookRightInBothThemes() {
    for (int[] size : new int[][] {{1440, 900}, {1100, 700}}) {
      open(size[0], size[1]);
      for (String page : model.pages()) {
        run(() -> model.go(page));
        if (page.equals("live")) {
          tellSome();
        }
        picture("page-" + page + "-light-" + size[0]);
        switchTo(Theme.DARK);
        picture("page-" + page + "-dark-" + size[0]);
        switchTo(Theme.LIGHT);
      }
    }
  }

  private void tellSome() {
    run(() -> {
      for (int i = 0; i < 9; i++) {
        live.tellRun("f" + i, "Uniform " + i, 600, 600);
        live.tell(new LiveEvent.Ended("f" + i, LiveEvent.End.SCORED, "0.86"));
      }
      live.tellRun("a", "Spindle 7, SST-2", 600, 470);
      live.tellRun("b", "Spindle 8, RTE", 600, 220);
      live.tell(new LiveEvent.Queued("c", "Spindle 9, CoLA"));
      live.tellRun("d", "Bottleneck 3, SST-2", 600, 40);
      live.tell(new LiveEvent.Ended("d", LiveEvent.End.FAILED, "Diverged at step 41."));
    });
    await(() -> !findAll(".live-stop").isEmpty());
  }
}
