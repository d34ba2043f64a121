package spindle.ui.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import spindle.ui.Texts;
import spindle.ui.plot.BrushSteps.Way;

/// The part of parallel coordinates that has the focus when one axis has it. Up and Down set and
/// move the range that is kept, with Shift they move its upper end, Delete takes it away.
final class AxisHandle extends Region {
  private final Parallel data;
  private final int dimension;
  private final Consumer<Optional<Range>> changed;
  private Optional<Range> range = Optional.empty();

  /// Makes the handle of a dimension.
  ///
  /// @param changed takes the range that is kept, or none
  AxisHandle(Parallel data, int dimension, Consumer<Optional<Range>> changed) {
    this.data = data;
    this.dimension = dimension;
    this.changed = changed;
    getStyleClass().add("axis-handle");
    setId("axis-" + dimension);
    setFocusTraversable(true);
    setManaged(false);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleHelp(Texts.of("parallel.axis.tip"));
    Tooltip.install(this, new Tooltip(Texts.of("parallel.axis.tip")));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    show(Optional.empty());
  }

  /// Takes note of the range that is kept now.
  void show(Optional<Range> now) {
    range = now;
    String name = data.dimensions().get(dimension).name();
    setAccessibleText(
        now.map(kept -> Texts.of("parallel.axis.kept", name, words(kept)))
            .orElse(Texts.of("parallel.axis", name)));
  }

  private String words(Range kept) {
    List<String> names = data.dimensions().get(dimension).categories();
    if (names.isEmpty()) {
      double step = data.axis(dimension).range().length();
      int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(step)), 0, 6);
      return Ticks.label(kept.low(), decimals) + " \u2013 " + Ticks.label(kept.high(), decimals);
    }
    return String.join(
        ", ",
        IntStream.range(0, names.size()).filter(kept::contains).mapToObj(names::get).toList());
  }

  private void key(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case UP, KP_UP -> step(Way.UP, event.isShiftDown());
      case DOWN, KP_DOWN -> step(Way.DOWN, event.isShiftDown());
      case DELETE, BACK_SPACE -> changed.accept(Optional.empty());
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void step(Way way, boolean end) {
    BrushSteps steps = BrushSteps.of(data, dimension);
    changed.accept(
        Optional.of(
            range
                .map(now -> end ? steps.resized(now, way) : steps.moved(now, way))
                .orElseGet(() -> steps.first(way))));
  }
}
