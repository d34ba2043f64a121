package spindle.ui.stack;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.design.Strategy;
import spindle.ui.Texts;

/// A strategy as a chip: in the palette, on a group, or under the mouse.
final class StrategyChip extends HBox {
  private final Strategy strategy;
  private final OptionalInt group;

  private StrategyChip(Strategy strategy, OptionalInt group) {
    this.strategy = strategy;
    this.group = group;
    Label name = new Label(Texts.name(strategy), StrategyLook.icon(strategy));
    name.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(name);
    getStyleClass().addAll("strategy-chip", StrategyLook.style(strategy));
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(Region.USE_PREF_SIZE);
    setMinWidth(Region.USE_PREF_SIZE);
    setCursor(Cursor.OPEN_HAND);
  }

  /// Returns a chip of the palette, which can be focused.
  static StrategyChip ofPalette(Strategy strategy) {
    StrategyChip chip = new StrategyChip(strategy, OptionalInt.empty());
    chip.setId("palette-" + strategy.letter());
    chip.setFocusTraversable(true);
    chip.setAccessibleRole(AccessibleRole.BUTTON);
    chip.setAccessibleText(Texts.of("palette.name", Texts.name(strategy)));
    Tooltip.install(chip, new Tooltip(Texts.of("strategy.tip." + strategy.letter())));
    return chip;
  }

  /// Returns a chip that lies on a group, with a button that takes it away.
  static StrategyChip ofGroup(Strategy strategy, int group, Runnable remove) {
    StrategyChip chip = new StrategyChip(strategy, OptionalInt.of(group));
    chip.setId("chip-" + strategy.letter() + "-" + (group + 1));
    Button cross = new Button("", new FontIcon(Feather.X));
    cross.getStyleClass().add("chip-remove");
    cross.setOnAction(_ -> remove.run());
    String words = Texts.of("chip.remove", Texts.name(strategy), "G" + (group + 1));
    cross.setTooltip(new Tooltip(words));
    cross.setAccessibleText(words);
    chip.getChildren().add(cross);
    return chip;
  }

  /// Returns the copy of this chip that follows the mouse.
  StrategyChip ghost() {
    StrategyChip copy = new StrategyChip(strategy, group);
    copy.getStyleClass().add("ghost");
    copy.setManaged(false);
    copy.setMouseTransparent(true);
    return copy;
  }

  Strategy strategy() {
    return strategy;
  }

  /// Returns the group that the chip lies on, counted from 0.
  OptionalInt group() {
    return group;
  }
}
