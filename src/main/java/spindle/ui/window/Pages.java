package spindle.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.kordamp.ikonli.feather.Feather;
import spindle.export.TableFormat;
import spindle.ui.Texts;
import spindle.ui.confirm.ConfirmView;
import spindle.ui.confirm.ConfirmViewModel;
import spindle.ui.confirm.FileChoice;
import spindle.ui.explorer.ExplorerView;
import spindle.ui.explorer.ExplorerViewModel;
import spindle.ui.live.LiveView;
import spindle.ui.live.LiveViewModel;
import spindle.ui.live.StudyLive;
import spindle.ui.session.CommandTwin;
import spindle.ui.session.OpenStudy;
import spindle.ui.session.StudySession;
import spindle.ui.settings.SettingsView;
import spindle.ui.setup.SetupView;
import spindle.ui.shell.Destination;
import spindle.ui.shell.ShellViewModel;
import spindle.ui.support.CommandMenu;
import spindle.ui.trials.StudyTrials;
import spindle.ui.trials.TrialRow;
import spindle.ui.trials.TrialsView;
import spindle.ui.trials.TrialsViewModel;
import spindle.ui.welcome.WelcomeView;

/// The pages of the window, each made when it is first shown.
final class Pages {

  /// Ids of the pages in the order of the navigation.
  static final List<String> ORDER =
      List.of("welcome", "setup", "explorer", "live", "trials", "export", "settings");

  private final WindowParts parts;
  private final Choosers choosers;
  private final StudySession session;
  private final MainModel models;
  private final ShellViewModel shell;
  private final StringProperty wantedTrial = new SimpleStringProperty("");

  Pages(WindowParts parts, Choosers choosers, StudySession session, MainModel model) {
    this.parts = parts;
    this.choosers = choosers;
    this.session = session;
    this.models = model;
    this.shell = model.shell();
  }

  List<Destination> all() {
    return List.of(
        new Destination("welcome", Feather.HOME, this::welcome),
        new Destination("setup", Feather.PLUS_CIRCLE, this::setup),
        new Destination("explorer", Feather.COMPASS, () -> ofStudy(this::explorer)),
        new Destination("live", Feather.ACTIVITY, () -> ofStudy(this::live)),
        new Destination("trials", Feather.LIST, () -> ofStudy(this::trials)),
        new Destination("export", Feather.SHARE, () -> ofStudy(this::export)),
        new Destination("settings", Feather.SETTINGS, this::settings));
  }

  private Node ofStudy(java.util.function.Function<StudyPage.Made, Node> maker) {
    return new StudyPage(session, maker, () -> shell.go("welcome"));
  }

  private Node welcome() {
    return scrolled(new WelcomeView(models.welcome(), choosers::study, () -> shell.go("setup")));
  }

  private Node setup() {
    return new SetupView(
        models.setup().get(),
        new SetupView.Choices(
            choosers::folder,
            choosers::examples,
            () -> choosers.save(Texts.of("setup.file.name"))));
  }

  private Node settings() {
    return scrolled(new SettingsView(models.settings(), choosers::folder));
  }

  /// Forms may be higher than a small window.
  static ScrollPane scrolled(Node page) {
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  private Node explorer(StudyPage.Made made) {
    ExplorerViewModel model =
        new ExplorerViewModel(
            made.study(), parts.threads().background(), parts.threads().uiThread());
    ExplorerView view = new ExplorerView(model, this::openTrial, () -> shell.go("export"));
    made.ended().accept(view::close);
    return view;
  }

  private Node export(StudyPage.Made made) {
    ConfirmViewModel model =
        new ConfirmViewModel(
            made.study(), parts.threads().background(), parts.threads().uiThread());
    ConfirmView view = new ConfirmView(model, new Asked(choosers));
    made.ended().accept(view::close);
    return view;
  }

  /// The window's choosers, as the page of files asks them.
  private record Asked(Choosers choosers) implements FileChoice {

    @Override
    public Optional<Path> table(String name) {
      return Optional.ofNullable(choosers.table(name)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String name) {
      return Optional.ofNullable(choosers.save(name)).map(File::toPath);
    }

    @Override
    public Optional<Path> pattern() {
      return Optional.ofNullable(choosers.pattern()).map(File::toPath);
    }
  }

  private void openTrial(String key) {
    shell.go("trials");
    wantedTrial.set("");
    wantedTrial.set(key);
  }

  private Node live(StudyPage.Made made) {
    OpenStudy study = made.study();
    StudyLive gateway = new StudyLive(study, session::carryOut, made.ended());
    LiveView view =
        new LiveView(new LiveViewModel(gateway, parts.threads(), parts.clock()), commands(study));
    made.ended().accept(view::close);
    return view;
  }

  private CommandMenu commands(OpenStudy study) {
    return new CommandMenu()
        .with(Texts.of("live.start"), () -> line("run", study))
        .with(Texts.of("live.pause"), () -> line("pause", study))
        .with(Texts.of("live.resume"), () -> line("resume", study))
        .with(Texts.of("live.stopAll"), () -> line("stop", study));
  }

  private String line(String command, OpenStudy study) {
    return CommandTwin.line(List.of("study", command, study.file().toString()));
  }

  private Node trials(StudyPage.Made made) {
    StudyTrials gateway = new StudyTrials(made.study(), made.ended());
    TrialsViewModel model = new TrialsViewModel(gateway, parts.threads());
    CommandMenu menu =
        new CommandMenu()
            .with(Texts.of("trials.csv"), () -> table(made.study(), TableFormat.CSV))
            .with(Texts.of("trials.json"), () -> table(made.study(), TableFormat.JSON))
            .with(Texts.of("trials.parquet"), () -> table(made.study(), TableFormat.PARQUET))
            .with(Texts.of("trials.texts"), () -> texts(made.study(), model));
    TrialsView view = new TrialsView(model, () -> export(model), menu);
    made.ended().accept(view.follow(wantedTrial));
    return view;
  }

  private static String table(OpenStudy study, TableFormat format) {
    String out = "trials" + format.ending();
    return CommandTwin.line(
        List.of("study", "trials", study.file().toString(), "--with-timing", "--out", out));
  }

  /// Of all trainings if none is chosen.
  private static String texts(OpenStudy study, TrialsViewModel model) {
    List<String> words = new ArrayList<>(List.of("study", "texts", study.file().toString()));
    List<TrialRow> chosen = model.chosenProperty().get();
    if (!chosen.isEmpty()) {
      words.add("--trial");
      words.add(String.join(",", chosen.stream().map(TrialRow::id).toList()));
    }
    return CommandTwin.line(words);
  }

  private void export(TrialsViewModel model) {
    File file = choosers.table("trials");
    if (file != null) {
      model.export(file.toPath(), session::say);
    }
  }
}
