package spindle.ui.confirm;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.study.ConfirmationPlan;
import spindle.study.TrainingSettings;
import spindle.ui.Texts;

/// How a confirmation is to be done, with its start.
final class PlanForm extends VBox {
  private final ConfirmViewModel model;
  private final Spinner<Integer> repetitions = spinner("confirm-repetitions", 2, 100);
  private final Spinner<Integer> examples = spinner("confirm-examples", 1, 1_000_000);
  private final Spinner<Integer> epochs = spinner("confirm-epochs", 1, 1000);
  private final CheckBox control = new CheckBox(Texts.of("confirm.control"));
  private final Label cost = new Label();
  private final Button start = new Button(Texts.of("confirm.start"), new FontIcon(Feather.PLAY));
  private Optional<ConfirmationPlan> filled = Optional.empty();

  PlanForm(ConfirmViewModel model) {
    super(8);
    this.model = model;
    control.setId("confirm-control");
    control.setTooltip(new Tooltip(Texts.of("confirm.control.tip")));
    cost.getStyleClass().add("text-small-note");
    start.setId("confirm-start");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMinWidth(USE_PREF_SIZE);
    start.setTooltip(new Tooltip(Texts.of("confirm.start.tip")));
    start.setOnAction(_ -> plan().ifPresent(model::confirm));
    FlowPane fields =
        new FlowPane(
            16,
            8,
            field(
                Texts.of("confirm.repetitions"), Texts.of("confirm.repetitions.tip"), repetitions),
            field(Texts.of("confirm.examples"), Texts.of("confirm.examples.tip"), examples),
            field(Texts.of("confirm.epochs"), Texts.of("confirm.epochs.tip"), epochs));
    FlowPane foot = new FlowPane(14, 8, control, start, cost);
    foot.setRowValignment(javafx.geometry.VPos.CENTER);
    getChildren().addAll(fields, foot);
    repetitions.valueProperty().addListener(_ -> showCost());
    control.setOnAction(_ -> showCost());
    model.pageProperty().addListener(_ -> show());
    show();
  }

  private static Spinner<Integer> spinner(String id, int least, int most) {
    Spinner<Integer> spinner = new Spinner<>(least, most, least);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(104);
    return spinner;
  }

  private static VBox field(String name, String tip, Spinner<Integer> spinner) {
    Label label = new Label(name);
    label.getStyleClass().add("text-muted");
    label.setTooltip(new Tooltip(tip));
    label.setLabelFor(spinner);
    spinner.setTooltip(new Tooltip(tip));
    spinner.setAccessibleText(name);
    VBox box = new VBox(3, label, spinner);
    box.setAlignment(Pos.TOP_LEFT);
    return box;
  }

  /// Returns the plan as it is typed; empty before the study is known.
  Optional<ConfirmationPlan> plan() {
    return model
        .page()
        .defaults()
        .map(defaults -> {
          TrainingSettings settings =
              defaults.settings().forConfirmation(examples.getValue(), epochs.getValue());
          return new ConfirmationPlan(
              settings,
              repetitions.getValue(),
              control.isSelected()
                  ? ConfirmationPlan.Control.RANDOM_SEARCH
                  : ConfirmationPlan.Control.NONE);
        });
  }

  private void show() {
    Optional<ConfirmationPlan> defaults = model.page().defaults();
    if (!defaults.equals(filled)) {
      filled = defaults;
      defaults.ifPresent(this::fill);
    }
    start.setDisable(!(model.page().pattern() instanceof ConfirmPage.Chosen.Found));
    showCost();
  }

  private void fill(ConfirmationPlan plan) {
    repetitions.getValueFactory().setValue(plan.repetitions());
    examples.getValueFactory().setValue(plan.settings().examples());
    epochs.getValueFactory().setValue(plan.settings().epochs());
    control.setSelected(plan.control() == ConfirmationPlan.Control.RANDOM_SEARCH);
  }

  private void showCost() {
    int trainings = repetitions.getValue() * model.page().trainings();
    cost.setText(
        control.isSelected()
            ? Texts.of("confirm.cost.control", trainings)
            : Texts.of("confirm.cost", trainings));
  }
}
