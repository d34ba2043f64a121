package spindle.ui.plot;

import javafx.beans.property.ObjectProperty;

/// Shows the scores of each candidate as means with their intervals.
public final class MeanPane extends PlotPane {
  private final ObjectProperty<Scores> scores;

  /// Makes a pane that shows scores.
  public MeanPane(Scores first) {
    super(1);
    this.scores = redrawing(first);
    getStyleClass().add("means");
  }

  /// What is shown.
  public ObjectProperty<Scores> scoresProperty() {
    return scores;
  }

  /// Returns what is shown, for a file.
  public MeanPlot plot() {
    return new MeanPlot(scores.get());
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    plot().draw(surface, area, palette);
  }
}
