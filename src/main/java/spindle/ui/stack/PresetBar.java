package spindle.ui.stack;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import spindle.design.AllocationPattern;
import spindle.design.GroupingPattern;
import spindle.ui.Texts;

/// A row of named patterns, each with a small picture; the one that is drawn is marked.
final class PresetBar extends HBox {
  private static final double GLYPH = 12;

  private PresetBar() {
    getStyleClass().add("preset-bar");
    setAlignment(Pos.CENTER_LEFT);
  }

  /// Returns the patterns of grouping. Those that the backbone is too shallow for are disabled.
  static PresetBar groupings(DesignEditorViewModel model) {
    PresetBar bar = new PresetBar();
    ToggleGroup group = new ToggleGroup();
    for (GroupingPattern pattern :
        List.of(
            GroupingPattern.SPINDLE,
            GroupingPattern.BOTTLENECK,
            GroupingPattern.INCREASING,
            GroupingPattern.DECREASING,
            GroupingPattern.UNIFORM)) {
      ToggleButton button = bar.add("grouping." + pattern.label(), glyph(pattern));
      button.setToggleGroup(group);
      button.setOnAction(_ -> model.choose(pattern));
      button.setDisable(!model.groupingPatterns().contains(pattern));
      Runnable mark = () -> button.setSelected(pattern.admits(model.draft().grouping()));
      bar.follow(model, mark, button);
    }
    bar.shape();
    return bar;
  }

  /// Returns the patterns of allocation.
  static PresetBar allocations(DesignEditorViewModel model) {
    PresetBar bar = new PresetBar();
    ToggleGroup group = new ToggleGroup();
    for (AllocationPattern pattern :
        List.of(
            AllocationPattern.INCREASING,
            AllocationPattern.UNIFORM,
            AllocationPattern.DECREASING)) {
      ToggleButton button = bar.add("allocation." + pattern.label(), glyph(pattern));
      button.setToggleGroup(group);
      button.setOnAction(_ -> model.choose(pattern));
      Runnable mark = () -> button.setSelected(model.draft().allocation().pattern() == pattern);
      bar.follow(model, mark, button);
    }
    bar.shape();
    return bar;
  }

  private ToggleButton add(String key, List<Double> heights) {
    ToggleButton button = new ToggleButton(Texts.of(key), picture(heights));
    button.setId("preset-" + key.replace('.', '-'));
    button.setTooltip(new Tooltip(Texts.of(key + ".tip")));
    button.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(button);
    return button;
  }

  /// Marks a button now, whenever the draft changes, and when a second click has unmarked it.
  private void follow(DesignEditorViewModel model, Runnable mark, ToggleButton button) {
    mark.run();
    model.draftProperty().addListener(_ -> mark.run());
    button.addEventHandler(javafx.event.ActionEvent.ACTION, _ -> mark.run());
  }

  private void shape() {
    for (int i = 0; i < getChildren().size(); i++) {
      String pill =
          i == 0
              ? Styles.LEFT_PILL
              : i == getChildren().size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
      getChildren().get(i).getStyleClass().add(pill);
    }
  }

  private static HBox picture(List<Double> heights) {
    HBox box = new HBox(2);
    box.setAlignment(Pos.CENTER);
    for (double height : heights) {
      Region bar = new Region();
      bar.getStyleClass().add("glyph-bar");
      bar.setMinSize(3, GLYPH * height);
      bar.setMaxSize(3, GLYPH * height);
      box.getChildren().add(bar);
    }
    return box;
  }

  private static List<Double> glyph(GroupingPattern pattern) {
    return switch (pattern) {
      case SPINDLE -> List.of(0.45, 1.0, 1.0, 0.45);
      case BOTTLENECK -> List.of(1.0, 0.45, 0.45, 1.0);
      case INCREASING -> List.of(0.35, 0.55, 0.8, 1.0);
      case DECREASING -> List.of(1.0, 0.8, 0.55, 0.35);
      case UNIFORM -> List.of(0.8, 0.8, 0.8, 0.8);
    };
  }

  private static List<Double> glyph(AllocationPattern pattern) {
    return switch (pattern) {
      case INCREASING -> glyph(GroupingPattern.INCREASING);
      case DECREASING -> glyph(GroupingPattern.DECREASING);
      case UNIFORM -> glyph(GroupingPattern.UNIFORM);
      case CUSTOM, RANDOM -> Stream.of(0.6, 1.0, 0.4, 0.8).toList();
    };
  }
}
