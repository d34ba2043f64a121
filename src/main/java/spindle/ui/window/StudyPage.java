package spindle.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.session.OpenStudy;
import spindle.ui.session.StudySession;

/// A page of the open study. It is made anew for each study, and says so if none is open.
final class StudyPage extends StackPane {

  private final Function<Made, Node> maker;
  private final Runnable welcome;
  private final List<Runnable> ends = new ArrayList<>();

  /// A study for which a page is made.
  ///
  /// @param study the study
  /// @param ended takes what is to be run when the study is closed
  record Made(OpenStudy study, Consumer<Runnable> ended) {}

  /// Makes the page of a session.
  ///
  /// @param maker makes the page of a study
  /// @param welcome goes to the page on which studies are opened
  StudyPage(StudySession session, Function<Made, Node> maker, Runnable welcome) {
    this.maker = maker;
    this.welcome = welcome;
    session.studyProperty().addListener((_, _, now) -> show(now));
    show(session.studyProperty().get());
  }

  private void show(Optional<OpenStudy> study) {
    end();
    Node page = study.map(open -> maker.apply(new Made(open, this::ended))).orElseGet(this::none);
    getChildren().setAll(page);
  }

  /// Listening may begin on another thread.
  private void ended(Runnable end) {
    synchronized (ends) {
      ends.add(end);
    }
  }

  private void end() {
    synchronized (ends) {
      ends.forEach(Runnable::run);
      ends.clear();
    }
  }

  private Node none() {
    Label words = new Label(Texts.of("page.noStudy"));
    words.getStyleClass().add("text-muted");
    Button open = new Button(Texts.of("page.toWelcome"));
    open.setOnAction(_ -> welcome.run());
    VBox box = new VBox(12, words, open);
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
