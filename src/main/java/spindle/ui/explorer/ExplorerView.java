package spindle.ui.explorer;

import atlantafx.base.controls.Spacer;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.plot.Plot;
import spindle.ui.session.CandidateNames;

/// The explorer page: dimensions at the left, the candidates of the shown one with their scores
/// beside them, and what can be done with it.
public final class ExplorerView extends StackPane {
  private final ExplorerViewModel model;
  private final BorderPane page = new BorderPane();
  private final Sheet sheet = new Sheet(page);
  private final Label title = new Label();
  private final Label question = new Label();
  private final Label verdict = new Label();
  private final Label told = new Label();
  private final Label status = new Label();
  private final CardGrid cards = new CardGrid();
  private final ScrollPane cardScroll = new ScrollPane(cards);
  private final ScorePanel scores;
  private final Actions actions;

  /// Makes the page of a model.
  ///
  /// @param openTrial hears the name of the training whose dot was clicked, its trial key
  /// @param openConfirm goes to the page that confirms and exports
  public ExplorerView(ExplorerViewModel model, Consumer<String> openTrial, Runnable openConfirm) {
    this.model = model;
    scores = new ScorePanel(model, openTrial);
    actions = new Actions(model, sheet, openConfirm);
    getStylesheets().add(sheetAddress());
    getStyleClass().add("explorer");
    page.setLeft(new Stepper(model));
    page.setCenter(centre());
    getChildren().addAll(page, sheet);
    model.pageProperty().addListener(_ -> show());
    model.chosenProperty().addListener(_ -> mark());
    model.toldProperty().addListener(_ -> tell());
    heightProperty().addListener(_ -> shape());
    cardScroll.widthProperty().addListener(_ -> shape());
    show();
    tell();
  }

  private static String sheetAddress() {
    URL url = ExplorerView.class.getResource("explorer.css");
    return Objects.requireNonNull(url, "the program lacks explorer.css").toExternalForm();
  }

  /// Ends listening to the study. Call it when the study is closed.
  public void close() {
    model.close();
  }

  /// Returns the plot of scores as it is shown, for a file.
  public Plot plotShown() {
    return scores.plotShown();
  }

  private VBox centre() {
    title.getStyleClass().add("stage-title");
    title.setMinWidth(USE_PREF_SIZE);
    question.getStyleClass().add("text-muted");
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(2, title, question);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(120);
    HBox head = new HBox(8, words);
    head.getChildren().addAll(actions.head());
    head.setAlignment(Pos.CENTER_LEFT);
    cardScroll.setFitToWidth(true);
    cardScroll.getStyleClass().add("page-scroll");
    cardScroll.setMinHeight(100);
    verdict.setId("verdict");
    verdict.getStyleClass().add("verdict");
    verdict.setGraphic(new FontIcon(Feather.BAR_CHART_2));
    verdict.setWrapText(true);
    verdict.setTooltip(new Tooltip(Texts.of("explorer.verdict.tip")));
    verdict.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    verdict.setMaxWidth(Double.MAX_VALUE);
    HBox judge = new HBox(8, verdict);
    judge.getChildren().addAll(actions.decisions());
    judge.getStyleClass().add("verdict-bar");
    judge.setAlignment(Pos.CENTER_LEFT);
    judge.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(scores, Priority.ALWAYS);
    VBox centre = new VBox(10, head, cardScroll, judge, scores, foot());
    centre.getStyleClass().add("explorer-centre");
    return centre;
  }

  private HBox foot() {
    told.setId("told");
    told.setMinWidth(0);
    status.getStyleClass().add("text-small-note");
    status.setId("explorer-status");
    HBox foot = new HBox(12, told, new Spacer(), status);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private void show() {
    ExplorerPage now = model.page();
    Optional<StageBoard> board = now.board();
    title.setText(board.map(b -> StageWords.title(b.kind())).orElse(Texts.of("explorer.none")));
    question.setText(board.map(b -> StageWords.question(b.kind())).orElse(""));
    question.setTooltip(question.getText().isEmpty() ? null : new Tooltip(question.getText()));
    verdict.setText(
        board
            .map(b -> b.decision().orElseGet(() -> sentence(b)))
            .orElse(Texts.of("explorer.none")));
    status.setText(now.status());
    status.setTooltip(new Tooltip(now.status()));
    showCards(board.map(StageBoard::candidates).orElse(List.of()));
    mark();
  }

  private static String sentence(StageBoard board) {
    String text = CandidateNames.sentence(board.stage(), board.verdict().conclusion());
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
  }

  private void showCards(List<CandidateView> views) {
    List<CandidateCard> old = cards.getChildren().stream().map(CandidateCard.class::cast).toList();
    List<String> names = old.stream().map(CandidateCard::name).toList();
    if (names.equals(views.stream().map(CandidateView::name).toList())) {
      for (int i = 0; i < old.size(); i++) {
        old.get(i).show(views.get(i));
      }
      return;
    }
    cards
        .getChildren()
        .setAll(
            views.stream()
                .map(view ->
                    new CandidateCard(
                        view, () -> model.choose(view.name()), actions.menu(view.name())))
                .toList());
    shape();
  }

  /// Few candidates have high cards; of many, one row and a bit of the next are seen.
  private void shape() {
    boolean many = cards.getChildren().size() > 6;
    double room = Math.max(420, getHeight());
    cards.setCardHeight(
        many ? Math.clamp(room * 0.2, 128, 200) : Math.clamp(room * 0.25, 146, 300));
    double width = Math.max(1, cardScroll.getWidth() - 2);
    double card = cards.cardHeight(width);
    double all = cards.prefHeight(width) + 4;
    cardScroll.setMaxHeight(many ? Math.min(all, Math.max(card + 40, room * 0.38)) : card + 4);
    cardScroll.setPrefHeight(cardScroll.getMaxHeight());
  }

  private void mark() {
    Optional<String> chosen = model.chosenProperty().get();
    cards
        .getChildren()
        .forEach(node -> {
          CandidateCard card = (CandidateCard) node;
          card.mark(chosen.filter(card.name()::equals).isPresent());
        });
  }

  private void tell() {
    Told answer = model.toldProperty().get();
    told.setText(answer.text());
    told.setTooltip(answer.text().isEmpty() ? null : new Tooltip(answer.text()));
    told.getStyleClass().setAll("label", answer.tone() == Told.Tone.DONE ? "told" : "problem");
    told.setGraphic(
        answer.text().isEmpty()
            ? null
            : new FontIcon(
                answer.tone() == Told.Tone.DONE ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
  }

  /// Returns the button that starts and pauses training, for the first focus.
  public Button runButton() {
    return actions.run();
  }
}
