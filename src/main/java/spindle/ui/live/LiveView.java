package spindle.ui.live;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.live.LiveViewModel.Measure;
import spindle.ui.plot.Curve;
import spindle.ui.plot.CurvePane;
import spindle.ui.plot.CurvePlot;
import spindle.ui.plot.Frame;
import spindle.ui.plot.Scale;
import spindle.ui.support.CommandMenu;
import spindle.ui.support.FrameFeed;

/// The live page: the trainings beside their curves. One timer hands events over once a frame, also
/// while another page is shown, so that they never pile up.
public final class LiveView extends HBox {
  private final LiveViewModel model;
  private final CommandMenu commands;
  private final Button start = new Button();
  private final Button stop = new Button(Texts.of("live.stopAll"));
  private final Label doing = new Label();
  private final CurvePane curves =
      new CurvePane(new Frame.Titles("", Texts.of("live.measure.loss")));
  private final FrameFeed<LiveEvent> feed;

  /// Makes the page of a model and begins to listen.
  ///
  /// @param commands the command lines of the page's actions
  public LiveView(LiveViewModel model, CommandMenu commands) {
    super(14);
    this.model = model;
    this.commands = commands;
    feed = new FrameFeed<>(model::take, curves::grown);
    getStyleClass().add("page");
    VBox list = list();
    VBox plot = plot();
    HBox.setHgrow(plot, Priority.ALWAYS);
    getChildren().addAll(list, plot);
    model.curvesProperty().addListener(_ -> showCurves());
    showCurves();
    model.listen(feed::offer);
    feed.start();
  }

  /// Ends the timer. Call it when the study is closed.
  public void close() {
    feed.stop();
  }

  private void showCurves() {
    curves.show(model.curvesProperty().get().finished(), model.curvesProperty().get().live());
  }

  private VBox list() {
    start.setId("live-pause");
    start.getStyleClass().add(Styles.SMALL);
    start.setMinWidth(USE_PREF_SIZE);
    start.setOnAction(_ -> model.startOrPause());
    stop.setId("live-stop-all");
    stop.getStyleClass().addAll(Styles.SMALL, Styles.DANGER);
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setTooltip(new Tooltip(Texts.of("live.stopAll.tip")));
    stop.setOnAction(_ -> model.stopAll());
    HBox head = new HBox(8, heading("live.trainings"), new Spacer(), start, stop, commands);
    head.setAlignment(Pos.CENTER_LEFT);
    doing.setId("live-doing");
    doing.getStyleClass().add("text-small-note");
    doing.setWrapText(true);
    doing.setMinHeight(USE_PREF_SIZE);
    model.activityProperty().addListener(_ -> showActivity());
    showActivity();
    ListView<LiveTrial> trials = new ListView<>(model.trials());
    trials.setId("live-trials");
    trials.setAccessibleText(Texts.of("live.trainings"));
    trials.getStyleClass().add(atlantafx.base.theme.Tweaks.EDGE_TO_EDGE);
    trials.setCellFactory(_ -> new LiveCell(model));
    trials
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> model.chosenProperty().set(Optional.ofNullable(now)));
    Label none = new Label(Texts.of("live.none"));
    none.getStyleClass().add("text-muted");
    none.setWrapText(true);
    trials.setPlaceholder(none);
    VBox.setVgrow(trials, Priority.ALWAYS);
    VBox panel = new VBox(10, head, doing, trials);
    panel.getStyleClass().add("panel");
    panel.setMinWidth(330);
    panel.setPrefWidth(380);
    return panel;
  }

  private void showActivity() {
    LiveEvent.Activity now = model.activityProperty().get();
    String verb =
        switch (now.activity()) {
          case NOTHING, READ_ONLY -> "live.start";
          case STARTING -> "live.starting";
          case TRAINING, STOPPING -> "live.pause";
          case PAUSED -> "live.resume";
        };
    start.setText(Texts.of(verb));
    start.setTooltip(new Tooltip(Texts.of(verb + ".tip")));
    boolean waits =
        switch (now.activity()) {
          case NOTHING, TRAINING, PAUSED -> false;
          case STARTING, STOPPING, READ_ONLY -> true;
        };
    start.setDisable(waits);
    start.getStyleClass().remove(Styles.ACCENT);
    if (now.activity() == LiveEvent.Doing.NOTHING) {
      start.getStyleClass().add(Styles.ACCENT);
    }
    stop.setDisable(waits || now.activity() == LiveEvent.Doing.NOTHING);
    doing.setText(words(now));
  }

  private static String words(LiveEvent.Activity now) {
    return switch (now.activity()) {
      case STARTING -> Texts.of("live.doing.starting");
      case STOPPING -> Texts.of("live.doing.stopping");
      case READ_ONLY -> Texts.of("live.doing.readOnly");
      case TRAINING -> Texts.of("live.doing.training", now.words(), now.waiting());
      case NOTHING, PAUSED -> Texts.of("live.doing", now.words());
    };
  }

  private VBox plot() {
    HBox head = new HBox(10, heading("live.curves"), new Spacer(), measures(), units(), log());
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(curves, Priority.ALWAYS);
    Label hint = new Label(Texts.of("live.hint"));
    hint.getStyleClass().add("text-small-note");
    Button all = new Button(Texts.of("live.showAll"), new FontIcon(Feather.MAXIMIZE_2));
    all.getStyleClass().add(Styles.SMALL);
    all.setMinWidth(USE_PREF_SIZE);
    all.setTooltip(new Tooltip(Texts.of("live.showAll.tip")));
    all.setOnAction(_ -> curves.showAll());
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    HBox foot = new HBox(10, hint, smoothing(), all);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox panel = new VBox(10, head, curves, foot);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private HBox smoothing() {
    Label name = new Label(Texts.of("live.smoothing"));
    name.getStyleClass().add("text-muted");
    name.setMinWidth(USE_PREF_SIZE);
    Slider slider = new Slider(0, 0.99, CurvePlot.View.DEFAULT.smoothing());
    slider.setId("live-smoothing");
    slider.setBlockIncrement(0.05);
    slider.setTooltip(new Tooltip(Texts.of("live.smoothing.tip")));
    slider.setAccessibleText(Texts.of("live.smoothing"));
    slider.setPrefWidth(130);
    slider
        .valueProperty()
        .addListener((_, _, value) ->
            change(
                v -> new CurvePlot.View(v.unit(), v.scale(), value.doubleValue(), v.x(), v.y())));
    HBox box = new HBox(8, name, slider);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void change(java.util.function.UnaryOperator<CurvePlot.View> how) {
    curves.viewProperty().set(how.apply(curves.viewProperty().get()));
  }

  private HBox measures() {
    return choice(
        "measure",
        List.of(Measure.values()),
        Measure.LOSS,
        chosen -> {
          model.measureProperty().set(chosen);
          curves.showAll();
        });
  }

  private HBox units() {
    return choice(
        "unit",
        List.of(Curve.Unit.values()),
        Curve.Unit.STEP,
        unit ->
            change(v ->
                new CurvePlot.View(
                    unit, v.scale(), v.smoothing(), Optional.empty(), Optional.empty())));
  }

  private ToggleButton log() {
    ToggleButton log = new ToggleButton(Texts.of("live.log"));
    log.setId("live-log");
    log.getStyleClass().add(Styles.SMALL);
    log.setMinWidth(USE_PREF_SIZE);
    log.setTooltip(new Tooltip(Texts.of("live.log.tip")));
    log.setOnAction(_ -> {
      Scale scale = log.isSelected() ? Scale.LOG : Scale.LINEAR;
      change(v -> new CurvePlot.View(v.unit(), scale, v.smoothing(), v.x(), Optional.empty()));
    });
    return log;
  }

  private static <E extends Enum<E>> HBox choice(
      String kind, List<E> values, E first, Consumer<E> chosen) {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    for (E value : values) {
      String key = "live." + kind + "." + value.name().toLowerCase(java.util.Locale.ROOT);
      ToggleButton button = new ToggleButton(Texts.of(key));
      button.setId(key.replace('.', '-'));
      button.setTooltip(new Tooltip(Texts.of(key + ".tip")));
      button.setToggleGroup(group);
      button.setSelected(value == first);
      button.setMinWidth(USE_PREF_SIZE);
      int place = values.indexOf(value);
      button
          .getStyleClass()
          .addAll(
              Styles.SMALL,
              place == 0
                  ? Styles.LEFT_PILL
                  : place == values.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      button.setOnAction(_ -> {
        button.setSelected(true); // a second click would unmark it
        chosen.accept(value);
      });
      box.getChildren().add(button);
    }
    return box;
  }

  private static Label heading(String key) {
    Label label = new Label(Texts.of(key));
    label.getStyleClass().add("heading");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /// Returns the curves as they are shown, for a file.
  public CurvePlot plotShown() {
    return curves.plot();
  }
}
