package spindle.ui.plot;

import javafx.beans.property.ObjectProperty;

/// Shows the scores of each candidate as empirical distribution functions.
public final class EdfPane extends PlotPane {
  private final ObjectProperty<Scores> scores;
  private final String title;

  /// Makes a pane that shows scores.
  ///
  /// @param title of the vertical axis
  public EdfPane(Scores first, String title) {
    super(1);
    this.scores = redrawing(first);
    this.title = title;
    getStyleClass().add("edf");
  }

  /// What is shown.
  public ObjectProperty<Scores> scoresProperty() {
    return scores;
  }

  /// Returns what is shown, for a file.
  public EdfPlot plot() {
    return new EdfPlot(scores.get(), title);
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    plot().draw(surface, area, palette);
  }
}
