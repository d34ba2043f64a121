package spindle.ui.stack;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.design.Strategy;
import spindle.ui.plot.Ink;

/// How strategies look and which keys stand for them.
final class StrategyLook {
  private StrategyLook() {}

  /// Returns a new picture of a strategy, in its colour.
  static FontIcon icon(Strategy strategy) {
    FontIcon icon =
        new FontIcon(
            switch (strategy) {
              case ADAPTER -> Feather.BOX;
              case PREFIX -> Feather.CHEVRONS_RIGHT;
              case BITFIT -> Feather.SLIDERS;
              case LORA -> Feather.LAYERS;
            });
    icon.getStyleClass().addAll("strategy-icon", style(strategy));
    return icon;
  }

  /// Returns the style class that carries a strategy's colour.
  static String style(Strategy strategy) {
    return switch (strategy) {
      case ADAPTER -> "strategy-adapter";
      case PREFIX -> "strategy-prefix";
      case BITFIT -> "strategy-bitfit";
      case LORA -> "strategy-lora";
    };
  }

  /// Returns the colour of a strategy's letter where no stylesheet reaches: the same as
  /// `-strategy-adapter` and so on.
  static Ink ink(char letter) {
    return switch (letter) {
      case 'A' -> Ink.of(0xd9574a);
      case 'P' -> Ink.of(0x3b7ddd);
      case 'B' -> Ink.of(0x1f9e84);
      case 'L' -> Ink.of(0x8a5cd0);
      default -> throw new IllegalArgumentException("no strategy has the letter " + letter);
    };
  }

  /// Returns the strategy of a key: A, P, B, L or 1 to 4.
  static Optional<Strategy> of(KeyCode key) {
    return switch (key) {
      case A, DIGIT1, NUMPAD1 -> Optional.of(Strategy.ADAPTER);
      case P, DIGIT2, NUMPAD2 -> Optional.of(Strategy.PREFIX);
      case B, DIGIT3, NUMPAD3 -> Optional.of(Strategy.BITFIT);
      case L, DIGIT4, NUMPAD4 -> Optional.of(Strategy.LORA);
      default -> Optional.empty();
    };
  }
}
