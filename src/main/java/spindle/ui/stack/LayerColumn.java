package spindle.ui.stack;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import spindle.design.PeftModule;
import spindle.ui.Texts;

/// One layer of a strip: a bar as high as its parameters, its number, and its count below.
///
/// The pale bar is what the allocation gives the layer, the full one what its modules use.
final class LayerColumn extends Region {
  private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double FOOT = 34;
  private static final double LEAST_BAR = 3;
  private static final double LEAST_WIDTH_OF_COUNT = 34;

  private final Region track = part("layer-track");
  private final Region target = part("layer-target");
  private final Region bar = part("layer-bar");
  private final Region grip = part("layer-grip");
  private final Label number = new Label();
  private final Label count = new Label();
  private final Tooltip tip = new Tooltip();
  private double height;
  private double filled;

  /// What a column shows.
  ///
  /// @param layer its index
  /// @param group its group, counted from 0
  /// @param height of the pale bar, as a share of the column
  /// @param state frozen, refused by the budget, or trained
  record Look(int layer, int group, double height, State state) {}

  /// What becomes of a layer.
  enum State {
    /// Its group is switched off.
    FROZEN,
    /// The budget does not pay for the design.
    REFUSED,
    /// It is trained.
    TRAINED
  }

  LayerColumn() {
    getStyleClass().add("layer-column");
    number.getStyleClass().add("layer-number");
    count.getStyleClass().add("layer-count");
    getChildren().addAll(track, target, bar, grip, number, count);
    Tooltip.install(this, tip);
  }

  private static Region part(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }

  /// Shows a layer.
  void show(Look look, Tally tally) {
    boolean counted = look.state() == State.TRAINED && tally.isFeasible();
    height = look.state() == State.FROZEN ? 0 : look.height();
    filled = counted ? share(tally.layers().get(look.layer())) : 0;
    setStyle("-group-color: -group-" + (look.group() % 8 + 1) + ";");
    pseudoClassStateChanged(FROZEN, look.state() == State.FROZEN);
    pseudoClassStateChanged(REFUSED, look.state() == State.REFUSED);
    number.setText(Integer.toString(look.layer()));
    count.setText(counted ? Texts.shortCount(tally.layers().get(look.layer()).actual()) : "");
    String words = words(look, tally);
    tip.setText(words);
    setAccessibleText(words);
    requestLayout();
  }

  private static double share(Tally.Layer layer) {
    return layer.target() == 0 ? 0 : Math.min(1, layer.actual() / (double) layer.target());
  }

  private static String words(Look look, Tally tally) {
    String name = Texts.of("layer.name", look.layer(), "G" + (look.group() + 1));
    return switch (look.state()) {
      case FROZEN -> Texts.of("layer.frozen", name);
      case REFUSED -> Texts.of("layer.refused", name);
      case TRAINED -> {
        Tally.Layer layer = tally.layers().get(look.layer());
        StringBuilder lines =
            new StringBuilder(
                Texts.of(
                    "layer.count", name, Texts.count(layer.actual()), Texts.count(layer.target())));
        layer.modules().forEach(module -> lines.append('\n').append(words(module)));
        yield lines.toString();
      }
    };
  }

  /// Returns a module with its size in words, such as `LoRA, rank 8`.
  static String words(PeftModule module) {
    return switch (module) {
      case PeftModule.Adapter adapter ->
          Texts.of(
              "module.adapter",
              adapter.width(),
              adapter.placement().name().toLowerCase(Locale.ROOT));
      case PeftModule.Prefix prefix -> Texts.of("module.prefix", prefix.length());
      case PeftModule.BitFit _ -> Texts.of("module.bitfit");
      case PeftModule.Lora lora -> Texts.of("module.lora", lora.rank());
    };
  }

  /// Returns the height in which bars are drawn, of a column of some height.
  static double room(double height) {
    return Math.max(1, height - FOOT);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double room = room(getHeight());
    double full = height == 0 ? 0 : Math.max(LEAST_BAR, height * room);
    double used = full * filled;
    track.resizeRelocate(0, 0, width, room);
    target.resizeRelocate(0, room - full, width, full);
    bar.resizeRelocate(0, room - used, width, used);
    grip.resizeRelocate(
        width / 2 - Math.min(9, width / 3), room - full + 4, Math.min(18, width * 0.66), 3);
    number.resizeRelocate(0, room + 3, width, 16);
    count.setVisible(width >= LEAST_WIDTH_OF_COUNT);
    count.resizeRelocate(-4, room + 17, width + 8, 15);
  }
}
