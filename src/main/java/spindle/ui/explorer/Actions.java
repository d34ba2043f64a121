package spindle.ui.explorer;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.study.StageKind;
import spindle.study.Standing;
import spindle.study.StudyCommand;
import spindle.ui.Texts;
import spindle.ui.support.CommandMenu;

/// The buttons of the explorer: run, draw, keep, choose instead, fork, confirm.
final class Actions {
  private final ExplorerViewModel model;
  private final Sheet sheet;
  private final Button run = new Button();
  private final MenuButton draw =
      new MenuButton(Texts.of("explorer.draw"), new FontIcon(Feather.EDIT_3));
  private final Button keep = button("keep", Feather.CHECK);
  private final Button instead = button("instead", Feather.USER_CHECK);
  private final Button fork = button("fork", Feather.GIT_BRANCH);
  private final Button confirm = button("to-confirm", Feather.AWARD);

  Actions(ExplorerViewModel model, Sheet sheet, Runnable openConfirm) {
    this.model = model;
    this.sheet = sheet;
    run.setId("run");
    run.getStyleClass().add(Styles.ACCENT);
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(_ -> model.runOrPause());
    run.setTooltip(new Tooltip(Texts.of("explorer.run.tip")));
    draw.setId("draw");
    draw.setMinWidth(Region.USE_PREF_SIZE);
    draw.setTooltip(new Tooltip(Texts.of("explorer.draw.tip")));
    draw.setOnShowing(_ -> fillDraw());
    draw.getItems().add(new MenuItem()); // an empty menu never shows
    keep.getStyleClass().add(Styles.SUCCESS);
    keep.setOnAction(_ -> model.keep());
    keep.setTooltip(new Tooltip(Texts.of("explorer.keep.tip")));
    instead.setOnAction(_ -> askReason());
    instead.setTooltip(new Tooltip(Texts.of("explorer.instead.tip")));
    fork.setText(Texts.of("explorer.fork"));
    fork.setOnAction(_ -> askName());
    fork.setTooltip(new Tooltip(Texts.of("explorer.fork.tip")));
    confirm.setText(Texts.of("explorer.confirm"));
    confirm.getStyleClass().add(Styles.ACCENT);
    confirm.setOnAction(_ -> openConfirm.run());
    model.pageProperty().addListener(_ -> show());
    model.chosenProperty().addListener(_ -> show());
    model.busyProperty().addListener(_ -> show());
    show();
  }

  private static Button button(String id, Feather icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private String onStage(java.util.function.BiFunction<String, StageKind, StudyCommand> order) {
    return model
        .page()
        .board()
        .flatMap(board -> model.twin(order.apply(model.page().path(), board.kind())))
        .orElse("");
  }

  /// Of an override the marked candidate is named, else the leader.
  private String override(String path, StageKind kind) {
    Optional<StageBoard> board = model.page().board();
    String name =
        model
            .chosenProperty()
            .get()
            .or(() -> board.flatMap(b -> b.verdict().leader()))
            .or(() -> board.map(b -> b.candidates().getFirst().name()))
            .orElse("");
    String reason = Texts.of("explorer.reason.example");
    return model.twin(new StudyCommand.Override(path, kind, name, reason)).orElse("");
  }

  private CommandMenu commands() {
    return new CommandMenu()
        .with(Texts.of("explorer.run"), () -> model.twin(model.runCommand()).orElse(""))
        .with(Texts.of("explorer.keep"), () -> onStage(StudyCommand.Keep::new))
        .with(
            Texts.of("explorer.instead"),
            () ->
                model
                    .page()
                    .board()
                    .map(board -> override(model.page().path(), board.kind()))
                    .orElse(""))
        .with(
            Texts.of("explorer.fork"),
            () -> onStage((path, kind) -> new StudyCommand.Fork(path, kind, model.forkName())));
  }

  Button run() {
    return run;
  }

  List<Node> head() {
    return List.of(commands(), draw, run, confirm);
  }

  List<Node> decisions() {
    return List.of(keep, instead, fork);
  }

  private void show() {
    ExplorerPage page = model.page();
    boolean busy = model.busyProperty().get();
    showRun(page, busy);
    Optional<StageBoard> board = page.board();
    boolean open = board.map(StageBoard::isOpen).orElse(false);
    Optional<String> leader =
        board.flatMap(b ->
            switch (b.keep()) {
              case StageBoard.Keep.Possible(String name) -> Optional.of(title(b, name));
              case StageBoard.Keep.Refused _ -> Optional.empty();
            });
    keep.setText(
        leader
            .map(name -> Texts.of("explorer.keep.named", name))
            .orElse(Texts.of("explorer.keep")));
    keep.setDisable(busy || leader.isEmpty());
    Optional<String> chosen = model.chosenProperty().get();
    instead.setText(
        chosen
            .flatMap(name -> board.map(b -> Texts.of("explorer.instead.named", title(b, name))))
            .orElse(Texts.of("explorer.instead")));
    instead.setDisable(busy || chosen.isEmpty());
    fork.setDisable(busy);
    draw.setDisable(busy || !open);
    showOnly(keep, open);
    showOnly(instead, open);
    showOnly(fork, board.isPresent() && !open);
    showOnly(confirm, page.isComplete());
  }

  private static String title(StageBoard board, String name) {
    return board.candidate(name).map(CandidateView::title).orElse(name);
  }

  private void fillDraw() {
    draw.getItems().clear();
    model.page().board().map(StageBoard::candidates).orElse(List.of()).stream()
        .map(candidate -> {
          MenuItem item = new MenuItem(Texts.of("explorer.draw.copy", candidate.title()));
          item.setId("draw-copy-" + candidate.name());
          item.setOnAction(_ -> draw(Optional.of(candidate.name())));
          return item;
        })
        .forEach(draw.getItems()::add);
    MenuItem empty = new MenuItem(Texts.of("explorer.draw.empty"));
    empty.setId("draw-empty");
    empty.setOnAction(_ -> draw(Optional.empty()));
    draw.getItems().addFirst(empty);
  }

  /// Returns the menu of a candidate's card.
  ContextMenu menu(String candidate) {
    MenuItem copy = new MenuItem(Texts.of("explorer.draw.this"), new FontIcon(Feather.EDIT_3));
    copy.setOnAction(_ -> draw(Optional.of(candidate)));
    MenuItem out = new MenuItem(Texts.of("explorer.remove"), new FontIcon(Feather.MINUS_CIRCLE));
    out.setOnAction(_ -> model.remove(candidate));
    MenuItem twin =
        new MenuItem(
            Texts.of("command.copy", Texts.of("explorer.remove")), new FontIcon(Feather.TERMINAL));
    twin.setOnAction(_ -> Clip.copy(removal(candidate)));
    ContextMenu menu = new ContextMenu(copy, out, twin);
    menu.setOnShowing(_ -> {
      boolean open = model.page().board().map(StageBoard::isOpen).orElse(false);
      copy.setDisable(!open);
      out.setDisable(!open);
      twin.setDisable(removal(candidate).isEmpty());
    });
    return menu;
  }

  private String removal(String candidate) {
    return model.without(candidate).map(stage -> model.editTwin(List.of(stage))).orElse("");
  }

  /// Opens the editor on a copy of a candidate, or on what is decided alone.
  void draw(Optional<String> from) {
    model
        .draw(from)
        .ifPresent(drawing -> {
          DrawPanel panel =
              new DrawPanel(
                  drawing,
                  () -> {
                    sheet.close();
                    model.edit(drawing.stages());
                  },
                  sheet::close,
                  () -> model.editTwin(drawing.stages()));
          sheet.open(panel, panel.editor());
          Optional.ofNullable(panel.editor().firstFocus()).ifPresent(Node::requestFocus);
        });
  }

  private void showRun(ExplorerPage page, boolean busy) {
    run.setDisable(busy || (page.isComplete() && page.activity() == ExplorerPage.Activity.IDLE));
    switch (page.activity()) {
      case IDLE -> run(Texts.of("explorer.run"), Feather.PLAY);
      case RUNNING -> run(Texts.of("explorer.pause"), Feather.PAUSE);
      case PAUSED -> run(Texts.of("explorer.resume"), Feather.PLAY);
    }
  }

  private void run(String text, Feather icon) {
    if (!run.getText().equals(text)) {
      run.setText(text);
      run.setGraphic(new FontIcon(icon));
    }
  }

  private static void showOnly(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void askReason() {
    Optional<StageBoard> board = model.page().board();
    Optional<String> chosen = model.chosenProperty().get();
    if (board.isEmpty() || chosen.isEmpty()) {
      return;
    }
    String name = title(board.get(), chosen.get());
    sheet.ask(
        new Sheet.Question(
            Texts.of("explorer.reason.title", name),
            cost(board.get(), chosen.get(), name),
            Texts.of("explorer.reason.prompt"),
            "",
            Texts.of("explorer.reason.verb", name),
            text -> !text.isBlank()),
        reason -> model.chooseInstead(chosen.get(), reason));
  }

  /// What the data says that the choice costs.
  private static String cost(StageBoard board, String candidate, String name) {
    Optional<Standing> standing =
        board.verdict().standings().stream()
            .filter(s -> s.candidate().equals(candidate))
            .findFirst();
    if (standing.isEmpty()) {
      return Texts.of("explorer.cost.unknown", name);
    }
    Optional<Standing.Lead> behind = standing.get().behind();
    String leader = board.verdict().leader().map(l -> title(board, l)).orElse("");
    return behind
        .map(lead ->
            Texts.of(
                "explorer.cost.behind",
                name,
                points(lead.difference()),
                points(lead.interval().low()),
                points(lead.interval().high()),
                leader,
                Texts.percent(standing.get().probabilityBest(), 0),
                standing.get().designs()))
        .orElse(Texts.of("explorer.cost.leads", name));
  }

  private static String points(double score) {
    return String.format(java.util.Locale.ROOT, "%.1f", 100 * score);
  }

  private void askName() {
    sheet.ask(
        new Sheet.Question(
            Texts.of("explorer.fork.title"),
            Texts.of("explorer.fork.text"),
            Texts.of("explorer.fork.prompt"),
            model.forkName(),
            Texts.of("explorer.fork"),
            text -> !text.isBlank()),
        model::fork);
  }
}
