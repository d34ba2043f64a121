package spindle.ui.window;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.StoreException;
import spindle.ui.Texts;
import spindle.ui.session.OpenStudy;
import spindle.ui.session.Standing;
import spindle.ui.session.StudySession;
import spindle.ui.settings.Kept;
import spindle.ui.settings.SettingsViewModel;
import spindle.ui.setup.DeskSetup;
import spindle.ui.setup.SetupViewModel;
import spindle.ui.shell.Shell;
import spindle.ui.shell.ShellViewModel;
import spindle.ui.support.Appearance;
import spindle.ui.support.WindowPlace;
import spindle.ui.welcome.DeskWelcome;
import spindle.ui.welcome.WelcomeViewModel;

/// The program's one window. Used on the UI thread only.
public final class MainWindow {

  private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
  private static final double USUAL_WIDTH = 1440;
  private static final double USUAL_HEIGHT = 900;

  private final Stage stage;
  private final WindowParts parts;
  private final StudySession session;
  private final DeskWelcome welcome;
  private final MainModel model;
  private final Shell shell;
  private final Appearance appearance;
  private final Notices notices;

  /// Puts the window together; [#show()] opens it.
  public MainWindow(Stage stage, WindowParts parts, Choosers choosers, Appearance appearance) {
    this.stage = stage;
    this.parts = parts;
    this.appearance = appearance;
    this.session = new StudySession(parts.desk(), parts.threads());
    this.welcome =
        new DeskWelcome(
            new DeskWelcome.Source(parts.desk(), parts.backbones(), parts.studies()),
            session,
            parts.settings());
    ShellViewModel frame = new ShellViewModel(Pages.ORDER);
    this.model =
        new MainModel(
            frame,
            new WelcomeViewModel(welcome, parts.threads(), () -> frame.go("live")),
            () -> setup(frame),
            new SettingsViewModel(parts.settings(), parts.threads()));
    this.notices =
        new Notices(() -> model.settings().notificationsProperty().get(), parts.desktop());
    bindTheme();
    this.shell = new Shell(frame, new Pages(parts, choosers, session, model).all(), appearance);
    shell.announce(new HeadlineBar(session));
    session.messageProperty().addListener((_, _, now) -> frame.statusProperty().set(now));
    session.studyProperty().addListener((_, _, now) -> showStudy(now));
    session.standingProperty().addListener((_, _, now) -> now.ifPresent(this::showStanding));
  }

  private SetupViewModel setup(ShellViewModel frame) {
    DeskSetup gateway = new DeskSetup(session, parts.backbones(), parts.studies(), welcome::open);
    String device = parts.settings().load().device();
    return new SetupViewModel(gateway, parts.threads(), device, () -> frame.go("live"));
  }

  /// The setting and what is shown follow each other.
  private void bindTheme() {
    appearance.show(model.settings().themeProperty().get());
    model.settings().themeProperty().addListener((_, _, next) -> appearance.show(next));
    appearance.theme().addListener((_, _, next) -> model.settings().themeProperty().set(next));
  }

  private void showStudy(Optional<OpenStudy> study) {
    String name = study.map(open -> Notices.name(open.file())).orElse("");
    model.shell().studyProperty().set(name);
    stage.setTitle(name.isEmpty() ? Texts.of("shell.name") : Texts.of("window.title", name));
    model.welcome().refresh();
  }

  private void showStanding(Standing now) {
    notices.take(now);
    model.shell().progressProperty().set(now.study().forecast().sentence());
  }

  /// Opens the window where it was, with the page and the study of the last time.
  public void show() {
    Kept kept = parts.settings().kept();
    Scene scene = new Scene(shell, USUAL_WIDTH, USUAL_HEIGHT);
    appearance.style(scene);
    stage.setScene(scene);
    stage.setTitle(Texts.of("shell.name"));
    stage.setMinWidth(WindowPlace.LEAST_WIDTH);
    stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
    kept.place().ifPresent(place -> place.apply(stage));
    stage.setOnHiding(_ -> remember());
    stage.show();
    shell.focusPage();
    parts.settings().problem().ifPresent(why -> session.say(Texts.of("window.settings", why)));
    parts.threads().background().execute(() -> reopen(parts.threads().uiThread(), kept));
  }

  private void reopen(Executor uiThread, Kept kept) {
    try {
      if (welcome.reopen().isPresent()) {
        uiThread.execute(() -> kept.page().filter(Pages.ORDER::contains).ifPresent(this::go));
      }
    } catch (StoreException e) {
      LOG.warn("the study of the last time cannot be opened", e);
      session.say(String.valueOf(e.getMessage()));
    }
  }

  private void remember() {
    WindowPlace place = WindowPlace.of(stage);
    String page = model.shell().pageProperty().get();
    parts.settings().change(kept -> kept.left(place, page));
  }

  /// Goes to a page.
  ///
  /// @param page its id, such as `live`
  /// @throws IllegalArgumentException if there is none of that id
  public void go(String page) {
    model.shell().go(page);
  }

  /// Returns the session, whose study the window shows.
  public StudySession session() {
    return session;
  }

  /// Closes the open study; its engine is left running.
  public void close() {
    session.close();
  }
}
