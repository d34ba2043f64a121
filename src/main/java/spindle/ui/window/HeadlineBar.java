package spindle.ui.window;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.session.Headline;
import spindle.ui.session.StudySession;

/// The bar above all pages that says what is wrong with the open study; not there if nothing is.
final class HeadlineBar extends HBox {

  private final Label words = new Label();
  private final Button goOn = new Button(Texts.of("headline.goOn"));

  HeadlineBar(StudySession session) {
    super(10);
    setId("headline");
    getStyleClass().add("headline-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setWrapText(true);
    goOn.setId("headline-go-on");
    goOn.setMinWidth(USE_PREF_SIZE);
    goOn.setOnAction(_ -> session.goOn());
    getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), words, new Spacer(), goOn);
    session.headlineProperty().addListener((_, _, now) -> show(now));
    show(session.headlineProperty().get());
  }

  private void show(Headline headline) {
    boolean action = headline instanceof Headline.Interrupted;
    words.setText(
        switch (headline) {
          case Headline.Quiet _ -> "";
          case Headline.ReadOnly(String text) -> Texts.of("headline.readOnly", text);
          case Headline.Interrupted(String text) -> text;
        });
    goOn.setVisible(action);
    goOn.setManaged(action);
    boolean shown = !(headline instanceof Headline.Quiet);
    setVisible(shown);
    setManaged(shown);
  }
}
