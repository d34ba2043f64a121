package spindle.ui.stack;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;

/// The exact number of parameters of a drawn design against its budget, or why it cannot be
/// trained.
final class BudgetLine extends VBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  /// Most lines of reasons.
  private static final int MOST = 5;

  private final Label total = new Label();
  private final Label share = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox problems = new VBox(3);

  BudgetLine(DesignEditorViewModel model) {
    super(6);
    getStyleClass().add("budget-line");
    total.getStyleClass().add("number");
    total.setMinWidth(USE_PREF_SIZE);
    total.setId("budget-total");
    share.getStyleClass().add("text-muted");
    share.setMinWidth(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setPrefHeight(8);
    bar.setTooltip(new Tooltip(Texts.of("budget.tip")));
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(12, total, bar, share);
    line.setAlignment(Pos.CENTER_LEFT);
    problems.setId("budget-problems");
    getChildren().addAll(line, problems);
    Runnable show = () -> show(model);
    show.run();
    model.draftProperty().addListener(_ -> show.run());
  }

  private void show(DesignEditorViewModel model) {
    Tally tally = model.tallyProperty().get();
    pseudoClassStateChanged(REFUSED, !tally.isFeasible());
    String budget = Texts.count(tally.budget());
    if (tally.isFeasible()) {
      total.setText(Texts.of("budget.total", Texts.count(tally.total()), budget));
      double ofBackbone = tally.total() / (double) model.shape().parameters();
      share.setText(
          Texts.of(
              "budget.share",
              Texts.count(tally.budget() - tally.total()),
              Texts.percent(ofBackbone, 2)));
      bar.setProgress(tally.total() / (double) Math.max(1, tally.budget()));
    } else {
      total.setText(Texts.of("budget.refused", budget));
      share.setText("");
      bar.setProgress(0);
    }
    showProblems(tally.problems());
    problems.setVisible(!tally.isFeasible());
    problems.setManaged(!tally.isFeasible());
  }

  /// The first few reasons, the last one, which is the advice, and the rest under the mouse.
  private void showProblems(List<String> sentences) {
    problems.getChildren().clear();
    int shown = sentences.size() <= MOST ? sentences.size() : MOST - 2;
    sentences.subList(0, shown).forEach(text -> problems.getChildren().add(problem(text)));
    if (shown < sentences.size()) {
      Label more = problem(Texts.of("budget.more", sentences.size() - shown - 1));
      more.setTooltip(new Tooltip(String.join("\n", sentences)));
      problems.getChildren().addAll(more, problem(sentences.getLast()));
    }
  }

  private static Label problem(String sentence) {
    Label label = new Label(sentence, new FontIcon(Feather.ALERT_CIRCLE));
    label.getStyleClass().add("problem");
    label.setWrapText(true);
    return label;
  }
}
