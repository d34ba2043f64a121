package spindle.ui.live;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.live.LiveTrial.State;

/// One training in the list: its name, progress and numbers, and what can be done with it.
final class LiveCell extends ListCell<LiveTrial> {
  private final LiveViewModel model;
  private final Label name = new Label();
  private final Label place = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label numbers = new Label();
  private final Button stop = button("live.stop", Feather.X);
  private final Button retry = button("live.retry", Feather.ROTATE_CW);
  private final HBox row = new HBox(8);
  private final ChangeListener<State> listener = (_, _, _) -> show();
  private @Nullable LiveTrial shown;

  LiveCell(LiveViewModel model) {
    this.model = model;
    getStyleClass().add("live-cell");
    name.getStyleClass().add("live-name");
    numbers.getStyleClass().add("text-small-note");
    numbers.setTooltip(new Tooltip(Texts.of("live.numbers.tip")));
    place.getStyleClass().add("text-small-note");
    place.setMinWidth(USE_PREF_SIZE);
    place.setTooltip(new Tooltip(Texts.of("live.place.tip")));
    HBox head = new HBox(8, name, new Spacer(), place);
    head.setAlignment(Pos.BASELINE_LEFT);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().addAll("live-progress", Styles.SMALL);
    bar.setMinHeight(6); // a list makes its rows too low for it otherwise
    VBox words = new VBox(4, head, bar, numbers);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getChildren().addAll(words, retry, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  private static Button button(String key, Feather icon) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("icon-only", key.replace('.', '-'));
    button.setTooltip(new Tooltip(Texts.of(key)));
    button.setAccessibleText(Texts.of(key));
    return button;
  }

  @Override
  protected void updateItem(@Nullable LiveTrial trial, boolean empty) {
    super.updateItem(trial, empty);
    if (shown != null) {
      shown.stateProperty().removeListener(listener);
    }
    shown = empty ? null : trial;
    if (shown == null) {
      setGraphic(null);
      return;
    }
    shown.stateProperty().addListener(listener);
    LiveTrial now = shown;
    name.setText(now.label());
    retry.setOnAction(_ -> model.retry(now));
    setGraphic(row);
    show();
  }

  private void show() {
    LiveTrial trial = shown;
    if (trial == null) {
      return;
    }
    bar.setProgress(trial.progress());
    numbers.getStyleClass().remove("problem");
    place.setText("");
    boolean ended = false;
    boolean again = false;
    switch (trial.stateProperty().get()) {
      case State.Waiting _ -> numbers.setText(Texts.of("live.waiting"));
      case State.Running running -> {
        numbers.setText(words(trial, running));
        place.setText(where(trial, running));
      }
      case State.Ended(LiveEvent.End end, String words) -> {
        numbers.setText(words);
        ended = true;
        again = end == LiveEvent.End.LOST || end == LiveEvent.End.STOPPED;
        if (end != LiveEvent.End.STOPPED) {
          numbers.getStyleClass().add("problem");
        }
      }
    }
    retry.setVisible(again);
    retry.setManaged(again);
    String verb = Texts.of(ended ? "live.dismiss" : "live.stop");
    stop.getTooltip().setText(verb);
    stop.setAccessibleText(verb);
    stop.setDisable(trial.stateProperty().get() instanceof State.Waiting);
    boolean dismiss = ended;
    stop.setOnAction(_ -> {
      if (dismiss) {
        model.dismiss(trial);
      } else {
        model.stop(trial);
      }
    });
  }

  private String words(LiveTrial trial, State.Running now) {
    if (now.step() == 0) {
      return Texts.of("live.begins", trial.steps());
    }
    String left = trial.left(model.now()).map(LiveCell::words).orElse("\u2026");
    String speed = Texts.count(Math.round(now.tokensPerSecond()));
    return Texts.of("live.numbers", now.step(), trial.steps(), left, speed);
  }

  private static String where(LiveTrial trial, State.Running now) {
    return now.bytes() == 0
        ? trial.device()
        : Texts.of("live.place", trial.device(), Texts.memory(now.bytes()));
  }

  private static String words(Duration left) {
    long seconds = left.toSeconds();
    return seconds < 60
        ? Texts.of("time.seconds", seconds)
        : seconds < 3600
            ? Texts.of("time.minutes", (seconds + 30) / 60)
            : Texts.of("time.hours", seconds / 3600, seconds % 3600 / 60);
  }
}
