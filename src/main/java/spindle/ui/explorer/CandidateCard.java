package spindle.ui.explorer;

import atlantafx.base.controls.Spacer;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.plot.Ink;
import spindle.ui.plot.Palette;
import spindle.ui.plot.PicturePane;
import spindle.ui.plot.Scores;
import spindle.ui.plot.TextStyle;
import spindle.ui.plot.TextWidth;

/// One candidate: its layer stack drawn, its numbers, where it stands. A click, Enter or Space
/// marks it.
final class CandidateCard extends VBox {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");
  private static final PseudoClass DROPPED = PseudoClass.getPseudoClass("dropped");

  private static final TextStyle TITLE =
      TextStyle.of(Ink.of(0), 13, TextStyle.Anchor.START).weighing(TextStyle.Weight.SEMI_BOLD);

  /// What the paddings, the swatch and the sign take of a card's width.
  private static final double BESIDE_TITLE = 64;

  private final Label title = new Label();
  private final Label badge = new Label();
  private final PicturePane picture;
  private final Label mean = new Label();
  private final Label range = new Label();
  private final Label designs = new Label();
  private final FontIcon sign = new FontIcon(Feather.TRENDING_UP);
  private final Tooltip tip = new Tooltip();
  private final String name;

  CandidateCard(CandidateView first, Runnable mark, ContextMenu menu) {
    name = first.name();
    picture = new PicturePane(first.picture());
    getStyleClass().add("candidate-card");
    setId("candidate-" + name.replace(',', '-'));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    badge.getStyleClass().add("card-badge");
    badge.setMinWidth(USE_PREF_SIZE);
    mean.getStyleClass().add("card-mean");
    mean.setMinWidth(USE_PREF_SIZE);
    range.getStyleClass().add("text-small-note");
    designs.getStyleClass().add("text-small-note");
    designs.setMinWidth(USE_PREF_SIZE);
    sign.getStyleClass().add("card-sign");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head(first), picture, numbers(), foot());
    Tooltip.install(this, tip);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        _ -> {
          requestFocus();
          mark.run();
        });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, mark));
    setOnContextMenuRequested(event -> {
      menu.show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    show(first);
  }

  private HBox head(CandidateView first) {
    Region swatch = new Region();
    swatch.getStyleClass().add("card-swatch");
    var ink = Palette.SERIES.get(first.scores().series() % Palette.SERIES.size());
    swatch.setStyle(
        String.format(
            Locale.ROOT,
            "-fx-background-color: rgb(%d, %d, %d);",
            ink.red(),
            ink.green(),
            ink.blue()));
    HBox head = new HBox(7, swatch, title, new Spacer(), sign);
    HBox.setMargin(swatch, new Insets(4, 0, 0, 0)); // beside the first line of the title
    HBox.setMargin(sign, new Insets(2, 0, 0, 0));
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private HBox numbers() {
    HBox line = new HBox(6, mean, range);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }

  private HBox foot() {
    HBox line = new HBox(6, designs, new Spacer(), badge);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }

  String name() {
    return name;
  }

  /// Returns whether its title needs two lines in a card of a width.
  boolean isLong(double width) {
    return TextWidth.of(TITLE, title.getText()) > width - BESIDE_TITLE;
  }

  void mark(boolean marked) {
    pseudoClassStateChanged(MARKED, marked);
  }

  void show(CandidateView view) {
    title.setText(view.title());
    badge.setText(words(view));
    picture.plotProperty().set(view.picture());
    Optional<Scores.Interval> interval = view.scores().interval();
    mean.setText(interval.map(i -> number(i.mean())).orElse("\u2013"));
    range.setText(
        interval
            .map(i -> view.scores().dots().size() > 1 ? range(i) : Texts.of("explorer.card.one"))
            .orElse(Texts.of("explorer.card.noMean")));
    designs.setText(Texts.of("explorer.card.designs", view.scores().dots().size()));
    CandidateView.State state = view.state();
    boolean ahead = state == CandidateView.State.LEADING || state == CandidateView.State.CHOSEN;
    pseudoClassStateChanged(LEADING, ahead);
    sign.setVisible(ahead);
    sign.setManaged(ahead);
    sign.setIconCode(
        state == CandidateView.State.CHOSEN ? Feather.CHECK_CIRCLE : Feather.TRENDING_UP);
    pseudoClassStateChanged(DROPPED, state == CandidateView.State.DROPPED);
    String spoken =
        Texts.of(
            "explorer.card.tip",
            view.title(),
            view.words(),
            designs.getText(),
            mean.getText(),
            range.getText(),
            view.unscored());
    tip.setText(spoken);
    setAccessibleText(spoken);
  }

  /// Where it stands; while it races, with the probability that it is the best.
  private static String words(CandidateView view) {
    return switch (view.state()) {
      case RACING, LEADING ->
          view.probabilityBest()
              .map(p -> Texts.of("explorer.card.best", view.words(), Texts.percent(p, 0)))
              .orElse(view.words());
      case WAITING, DROPPED, CHOSEN, PASSED -> view.words();
    };
  }

  private static String range(Scores.Interval interval) {
    return "[" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  private static String number(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  private static void key(KeyEvent event, Runnable mark) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      mark.run();
      event.consume();
    }
  }
}
