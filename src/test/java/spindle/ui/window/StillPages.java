package spindle.ui.window;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import spindle.study.ConfirmationPlan;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.ui.confirm.ConfirmView;
import spindle.ui.confirm.ConfirmViewModel;
import spindle.ui.confirm.FileChoice;
import spindle.ui.explorer.ExplorerView;
import spindle.ui.explorer.ExplorerViewModel;
import spindle.ui.explorer.TestStudy;
import spindle.ui.live.LiveEvent;
import spindle.ui.live.LiveView;
import spindle.ui.live.SampleLive;
import spindle.ui.session.StudySession;
import spindle.ui.settings.DeviceChoice;
import spindle.ui.settings.Settings;
import spindle.ui.settings.SettingsGateway;
import spindle.ui.settings.SettingsView;
import spindle.ui.settings.SettingsViewModel;
import spindle.ui.setup.DeskSetup;
import spindle.ui.setup.SetupView;
import spindle.ui.setup.SetupViewModel;
import spindle.ui.shell.Destination;
import spindle.ui.shell.Shell;
import spindle.ui.shell.ShellViewModel;
import spindle.ui.support.Appearance;
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

/// The window's frame with all its pages, over studies that are the same every time: no clock, no
/// file name and no thread shows in them.
final class StillPages implements AutoCloseable {

  private static final Threads NOW = new Threads(Runnable::run, Runnable::run);

  private final FakeMachine machine;
  private final SampleLive live = new SampleLive();
  private final ShellViewModel model = new ShellViewModel(Pages.ORDER);
  private final Supplier<TestStudy> explored;

  /// @param folder for what a machine writes; nothing is written to it
  /// @param explored makes the study that the explorer shows
  StillPages(Path folder, Supplier<TestStudy> explored) {
    this.explored = explored;
    machine = new FakeMachine(folder, new PacedRunner(1, Duration.ZERO));
  }

  /// Returns the frame. Called on the UI thread.
  Shell shell(Appearance appearance) {
    model.studyProperty().set("reviews");
    model.statusProperty().set("Stage grouping: spindle is kept");
    model.progressProperty().set("214 of 344 trainings, 12 min left");
    return new Shell(
        model,
        List.of(
            new Destination("welcome", Feather.HOME, StillPages::welcome),
            new Destination("setup", Feather.PLUS_CIRCLE, this::setup),
            new Destination("explorer", Feather.COMPASS, this::explorer),
            new Destination("live", Feather.ACTIVITY, this::live),
            new Destination("trials", Feather.LIST, StillPages::trials),
            new Destination("export", Feather.SHARE, StillPages::export),
            new Destination("settings", Feather.SETTINGS, StillPages::settings)),
        appearance);
  }

  /// Goes to a page.
  void go(String page) {
    model.go(page);
  }

  private static Node welcome() {
    WelcomeGateway gateway =
        new WelcomeGateway() {
          @Override
          public List<RecentStudy> recent() {
            return List.of(
                new RecentStudy(Path.of("reviews.spindle"), "reviews", "2 of 7 decided, runs"),
                new RecentStudy(Path.of("glue.spindle"), "glue", "7 of 7 decided"));
          }

          @Override
          public void openSample() {}

          @Override
          public void open(Path file) {}
        };
    return Pages.scrolled(
        new WelcomeView(new WelcomeViewModel(gateway, NOW, () -> {}), () -> null, () -> {}));
  }

  private Node setup() {
    StudySession session = new StudySession(machine.desk(), NOW);
    DeskSetup gateway = new DeskSetup(session, machine, Path.of("studies"), _ -> {});
    return new SetupView(
        new SetupViewModel(gateway, NOW, "cpu", () -> {}),
        new SetupView.Choices(() -> null, () -> null, () -> null));
  }

  /// Returns a study in the middle of its second dimension.
  static TestStudy later() {
    TestStudy study = TestStudy.rich();
    study.decideTo("main", new StageKind.Allocation());
    study.train("main", 60);
    return study;
  }

  /// Returns a study in the middle of its first dimension.
  static TestStudy early() {
    TestStudy study = TestStudy.small();
    study.train("main", 14);
    return study;
  }

  private Node explorer() {
    ExplorerViewModel page = new ExplorerViewModel(explored.get(), Runnable::run, Runnable::run);
    return new ExplorerView(page, _ -> {}, () -> {});
  }

  /// Two trainings run, one waits, one has diverged and six have ended.
  private Node live() {
    LiveView page = new LiveView(live.model(), new CommandMenu());
    for (int i = 1; i <= 6; i++) {
      live.tellRun("done-" + i, "Spindle " + i, 96, 96);
      live.tell(new LiveEvent.Ended("done-" + i, LiveEvent.End.SCORED, "scored 0.86"));
    }
    live.tellRun("diverged", "Uniform 3", 96, 12);
    live.tell(new LiveEvent.Ended("diverged", LiveEvent.End.FAILED, "diverged at step 12"));
    running("one", "Bottleneck 2", 61);
    running("two", "Increasing 4", 17);
    live.tell(new LiveEvent.Queued("next", "Spindle 7"));
    live.tell(new LiveEvent.Activity(LiveEvent.Doing.TRAINING, "running stage grouping", 14));
    return page;
  }

  private void running(String id, String label, int taken) {
    Instant begun = live.instant().minusSeconds(taken / 10);
    live.tell(new LiveEvent.Queued(id, label));
    live.tell(new LiveEvent.Started(id, 96, 32, "cpu", begun));
    for (int step = 1; step <= taken; step++) {
      double loss = 0.3 + 0.7 * Math.exp(-step / 40.0) + 0.06 * Math.sin(step * 1.3);
      live.tell(new LiveEvent.Progressed(id, step, step / 10.0, loss, 3_120));
    }
  }

  private static Node trials() {
    return new TrialsView(
        new TrialsViewModel(new SampleTrials(400), NOW), () -> {}, new CommandMenu());
  }

  private static Node export() {
    TestStudy study = TestStudy.small();
    study.decideAll("main");
    study.send(
        new StudyCommand.Confirm(
            "main",
            new ConfirmationPlan(
                study.plan().subject().settings(), 5, ConfirmationPlan.Control.NONE)));
    study.trainConfirmation("main", 18);
    FileChoice nobody =
        new FileChoice() {
          @Override
          public Optional<Path> table(String name) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> save(String name) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> pattern() {
            return Optional.empty();
          }
        };
    return new ConfirmView(new ConfirmViewModel(study, Runnable::run, Runnable::run), nobody);
  }

  private static Node settings() {
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
    return Pages.scrolled(new SettingsView(new SettingsViewModel(gateway, NOW), () -> null));
  }

  @Override
  public void close() {
    machine.close();
  }
}
