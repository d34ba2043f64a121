package spindle.ui.setup;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.design.Precision;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.task.Metric;
import spindle.task.TaskCatalog;
import spindle.ui.Texts;
import spindle.ui.setup.SetupOptions.Criterion;
import spindle.ui.setup.SetupOptions.Layout;
import spindle.ui.setup.SetupOptions.Own;
import spindle.ui.setup.SetupOptions.Sampling;
import spindle.ui.setup.SetupOptions.Stacks;
import spindle.ui.setup.SetupViewModel.State;
import spindle.ui.support.CommandMenu;
import spindle.ui.support.Views;

/// The set-up page: a form whose every field says at once what is wrong with it.
public final class SetupView extends VBox {

  private final SetupViewModel model;
  private final Choices choices;
  private final ObservableList<String> known; // held here, for it listens to its model weakly
  private final Button measure;
  private final Button create;
  private final Label result;
  private final ProgressIndicator busy;

  /// How the user is asked for files; each gives null if the user gave up.
  ///
  /// @param folder asks for a folder
  /// @param examples asks for a file of examples
  /// @param study asks for the file of the new study
  public record Choices(
      Supplier<@Nullable File> folder,
      Supplier<@Nullable File> examples,
      Supplier<@Nullable File> study) {}

  /// Makes the page of a model.
  public SetupView(SetupViewModel model, Choices choices) {
    this.model = model;
    this.choices = choices;
    this.known = model.known();
    Views parts = Views.load(this);
    for (SetupField field : SetupField.values()) {
      field(parts, field).bind(model, field);
    }
    choosers(parts);
    backbone(parts);
    tasks(parts.part("practiceTasks", FlowPane.class), TaskCatalog.Origin.PRACTICE);
    tasks(parts.part("glueTasks", FlowPane.class), TaskCatalog.Origin.GLUE);
    sampling(parts);
    own(parts);
    choices(parts);
    folds(parts);
    bind(parts.part("budgetWords", Label.class), model.budgetWordsProperty());
    measure = parts.part("measure", Button.class);
    create = parts.part("create", Button.class);
    result = parts.part("result", Label.class);
    busy = parts.part("busy", ProgressIndicator.class);
    measure.setOnAction(_ -> model.measure());
    create.setOnAction(_ -> model.create());
    parts.part("actions", HBox.class).getChildren().add(commands());
    model.stateProperty().addListener(_ -> show());
    model.draftProperty().addListener(_ -> show());
    show();
  }

  private static FormField field(Views parts, SetupField field) {
    return parts.part(field.key().replace("setup.", ""), FormField.class);
  }

  private static void bind(Label label, javafx.beans.value.ObservableStringValue words) {
    label.textProperty().bind(words);
    label.visibleProperty().bind(Bindings.isNotEmpty(words));
    label.managedProperty().bind(label.visibleProperty());
  }

  private void choosers(Views parts) {
    chooser(parts, SetupField.FILE, choices.study());
    chooser(parts, SetupField.BACKBONE, choices.folder());
    chooser(parts, SetupField.GLUE, choices.folder());
    chooser(parts, SetupField.TRAIN, choices.examples());
    chooser(parts, SetupField.DEV, choices.examples());
    field(parts, SetupField.SLOTS).prompt(Texts.of("setup.slots.usual"));
    field(parts, SetupField.FUSE).prompt(Texts.of("setup.fuse.none"));
    field(parts, SetupField.MICRO).prompt(Texts.of("setup.micro.usual"));
    field(parts, SetupField.SCORED).prompt(Texts.of("setup.scored.usual"));
    field(parts, SetupField.SECOND).prompt(Texts.of("setup.second.none"));
  }

  private void chooser(Views parts, SetupField field, Supplier<@Nullable File> chooser) {
    Button button = new Button("", new FontIcon(Feather.FOLDER));
    String words = Texts.of("setup.choose", Texts.of(field.key()));
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(_ -> {
      File file = chooser.get();
      if (file != null) {
        model.text(field).set(file.getPath());
      }
    });
    field(parts, field).add(button);
  }

  private void backbone(Views parts) {
    MenuButton choice = new MenuButton(Texts.of("setup.backbone.known"));
    choice.setTooltip(new Tooltip(Texts.of("setup.backbone.known.tip")));
    choice.setMinWidth(USE_PREF_SIZE);
    Runnable fill =
        () ->
            choice
                .getItems()
                .setAll(
                    known.stream()
                        .map(name -> {
                          MenuItem item = new MenuItem(name);
                          item.setMnemonicParsing(false);
                          item.setOnAction(_ -> model.text(SetupField.BACKBONE).set(name));
                          return item;
                        })
                        .toList());
    known.addListener((ListChangeListener<String>) _ -> fill.run());
    fill.run();
    parts.part("backboneLine", HBox.class).getChildren().add(choice);
    bind(parts.part("backboneWords", Label.class), model.backboneWordsProperty());
  }

  private void tasks(FlowPane pane, TaskCatalog.Origin origin) {
    ObservableSet<String> chosen =
        switch (origin) {
          case PRACTICE -> model.practice();
          case GLUE -> model.glue();
        };
    for (TaskCatalog.Entry entry : TaskCatalog.entries()) {
      if (entry.origin() == origin) {
        String name = entry.task().name();
        CheckBox box = new CheckBox(name);
        box.setId("task-" + name);
        box.setMnemonicParsing(false);
        box.setTooltip(new Tooltip(entry.description()));
        box.setSelected(chosen.contains(name));
        box.setOnAction(_ -> {
          if (box.isSelected()) {
            chosen.add(name);
          } else {
            chosen.remove(name);
          }
        });
        pane.getChildren().add(box);
      }
    }
  }

  private void sampling(Views parts) {
    radio(parts, "sampling", List.of(Sampling.values()), model.options().sampling());
    var paired = model.options().sampling().isEqualTo(Sampling.PAIRED);
    field(parts, SetupField.FIRST).disableProperty().bind(paired.not());
    field(parts, SetupField.EVERY).disableProperty().bind(paired.not());
  }

  private void own(Views parts) {
    radio(parts, "own", List.of(Own.values()), model.options().own());
    var texts = model.options().own().isEqualTo(Own.TEXTS);
    shownIf(parts.part("textsLine", HBox.class), texts);
    shownIf(parts.part("labelledLine", HBox.class), texts.not());
    choice(parts, "layout").bind(model.options().layout(), List.of(Layout.values()));
    choice(parts, "metric")
        .bind(
            model.options().metric(),
            Stream.of(Metric.values()).filter(Metric::measuresTexts).toList());
  }

  private void choices(Views parts) {
    choice(parts, "precision").bind(model.options().precision(), List.of(Precision.values()));
    ChoiceField stacks = choice(parts, "stacks");
    stacks.bind(model.options().stacks(), List.of(Stacks.values()));
    stacks.disableProperty().bind(model.decoderProperty().not());
  }

  private void folds(Views parts) {
    OptionsModel options = model.options();
    choice(parts, "criterion").bind(options.criterion(), List.of(Criterion.values()));
    choice(parts, "diverged").bind(options.diverged(), List.of(Protocol.Diverged.values()));
    choice(parts, "candidates").bind(options.candidates(), List.of(Presets.Extent.values()));
    field(parts, SetupField.BEST)
        .disableProperty()
        .bind(options.criterion().isNotEqualTo(Criterion.BEST_OF));
    field(parts, SetupField.ORDER).prompt(Texts.of("setup.order.usual"));
    parts
        .part("comparison", Fold.class)
        .follow(
            model,
            List.of(SetupField.ORDER, SetupField.CONFIDENCE),
            now -> now.judging().changes());
    parts
        .part("details", Fold.class)
        .follow(model, List.copyOf(EnumSet.range(SetupField.ADAPTER, SetupField.CLIP)), _ -> 0);
  }

  private static ChoiceField choice(Views parts, String name) {
    return parts.part(name, ChoiceField.class);
  }

  private static void shownIf(Node part, BooleanExpression condition) {
    part.visibleProperty().bind(condition);
    part.managedProperty().bind(condition);
  }

  private static <E extends Enum<E>> void radio(
      Views parts, String name, List<E> choices, ObjectProperty<E> chosen) {
    ToggleGroup group = new ToggleGroup();
    for (E choice : choices) {
      RadioButton button = parts.part(name + choice, RadioButton.class);
      button.setToggleGroup(group);
      button.setSelected(chosen.get() == choice);
      button.setOnAction(_ -> chosen.set(choice));
    }
  }

  private String commandAnd(String verb) {
    return model.draftProperty().get().map(draft -> draft.command(verb)).orElse("");
  }

  private CommandMenu commands() {
    CommandMenu menu =
        new CommandMenu()
            .with(Texts.of("setup.create"), () -> commandAnd("run"))
            .with(Texts.of("setup.measure"), () -> commandAnd("preflight"));
    menu.disableProperty().bind(model.draftProperty().map(java.util.Optional::isEmpty));
    return menu;
  }

  private void show() {
    State state = model.stateProperty().get();
    boolean works =
        switch (state) {
          case State.Measuring _, State.Creating _ -> true;
          case State.Editing _, State.Measured _, State.Failed _ -> false;
        };
    boolean ready = model.draftProperty().get().isPresent() && !works;
    measure.setDisable(!ready);
    create.setDisable(!ready);
    busy.setVisible(works);
    result.getStyleClass().remove("problem");
    if (state instanceof State.Failed) {
      result.getStyleClass().add("problem");
    }
    result.setText(
        switch (state) {
          case State.Editing _ -> Texts.of(ready ? "setup.ready" : "setup.notReady");
          case State.Measuring _ -> Texts.of("setup.measuring");
          case State.Creating _ -> Texts.of("setup.creating");
          case State.Measured(String words) -> words;
          case State.Failed(String words) -> words;
        });
    create.getStyleClass().remove(Styles.ACCENT);
    create.getStyleClass().add(Styles.ACCENT);
  }
}
