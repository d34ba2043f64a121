package spindle.ui.explorer;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Cards of one size in as few rows as their least width allows, all rows equally full.
final class CardGrid extends Pane {
  private static final double GAP = 10;
  private static final double LEAST = 138;
  private static final double MOST = 250;
  private static final double LINE = 16;

  private double cardHeight = 150;

  CardGrid() {
    getStyleClass().add("card-grid");
  }

  /// Sets the height of every card whose title has one line.
  void setCardHeight(double height) {
    cardHeight = height;
    requestLayout();
  }

  /// Returns the height of every card in a grid of a width: more if a title has two lines.
  double cardHeight(double width) {
    double card = cardWidth(width);
    boolean two =
        getManagedChildren().stream()
            .anyMatch(node -> node instanceof CandidateCard one && one.isLong(card));
    return cardHeight + (two ? LINE : 0);
  }

  private double cardWidth(double width) {
    return Math.floor(Math.min(MOST, (width + GAP) / columns(width) - GAP));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int count = Math.max(1, getManagedChildren().size());
    int most = (int) Math.max(1, (width + GAP) / (LEAST + GAP));
    int rows = Math.ceilDiv(count, most);
    return Math.ceilDiv(count, rows);
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = Math.ceilDiv(Math.max(1, getManagedChildren().size()), columns(width));
    return rows * (cardHeight(width) + GAP) - GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 4 * LEAST;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST;
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = cardWidth(getWidth());
    double height = cardHeight(getWidth());
    List<Node> cards = getManagedChildren();
    for (int i = 0; i < cards.size(); i++) {
      double x = i % columns * (width + GAP);
      double y = Math.floorDiv(i, columns) * (height + GAP);
      cards.get(i).resizeRelocate(x, y, width, height);
    }
  }
}
