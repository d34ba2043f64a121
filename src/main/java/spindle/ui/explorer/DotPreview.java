package spindle.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.plot.PicturePane;
import spindle.ui.stack.StackPlot;

/// The design behind a dot, drawn.
final class DotPreview extends VBox {
  private static final StackPlot NOTHING = new StackPlot(List.of(), List.of(), List.of());

  private final Label title = new Label();
  private final Label score = new Label();
  private final Label words = new Label();
  private final PicturePane picture = new PicturePane(NOTHING);

  DotPreview() {
    super(6);
    getStyleClass().add("dot-preview");
    setId("dot-preview");
    title.getStyleClass().add("number");
    title.setWrapText(true);
    score.getStyleClass().add("text-muted");
    words.getStyleClass().add("text-small-note");
    words.setWrapText(true);
    picture.setPrefHeight(96);
    picture.setMinHeight(60);
    getChildren().addAll(title, score, picture, words);
    show(Optional.empty());
  }

  void show(Optional<DotView> dot) {
    title.setText(
        dot.map(d -> Texts.of("explorer.dot", d.candidate(), d.draw() + 1))
            .orElse(Texts.of("explorer.dot.none")));
    score.setText(dot.map(d -> score(d.score())).orElse(""));
    words.setText(
        dot.map(d -> Texts.of("explorer.dot.words", d.design(), Texts.count(d.used())))
            .orElse(Texts.of("explorer.dot.hint")));
    picture.plotProperty().set(dot.map(DotView::picture).orElse(NOTHING));
    score.setVisible(dot.isPresent());
    picture.setVisible(dot.isPresent());
    score.setManaged(dot.isPresent());
    picture.setManaged(dot.isPresent());
  }

  private static String score(double points) {
    return Texts.of("explorer.dot.score", String.format(Locale.ROOT, "%.2f", points));
  }
}
