package spindle.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import spindle.ui.theme.Theme;

/// Every screen in both themes and in the smallest and a large size. That no stylesheet draws a
/// warning, the class above sees to.
class ScreensTest extends WindowTest {

  @Test
  void allScreensAreDrawnInBothThemesAndSizes() {
    openWindow(1100, 700);
    pictures("empty-");
    click("#nav-welcome");
    click("#sample");
    await(() -> window().session().standingProperty().get().isPresent());
    await(() ->
        window().session().standingProperty().get().orElseThrow().study().attempts().stream()
                .filter(attempt -> attempt.end().isPresent())
                .count()
            > 3);
    pictures("small-");
    run(() -> {
      stage().setWidth(1920);
      stage().setHeight(1200);
    });
    pictures("large-");
  }

  private void pictures(String size) {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      switchTo(theme);
      for (String page : Pages.ORDER) {
        run(() -> window().go(page));
        if (page.equals("setup")) {
          run(() -> ((TextField) find("#setup-groups")).setText("40"));
        }
        picture("window-" + size + page + "-" + theme);
      }
    }
  }

  @Test
  void aHeadlineIsDrawnInBothThemes() {
    Path file = folder().resolve("studies").resolve("sample.spindle");
    openWindow(1100, 700);
    click("#sample");
    await(() -> Files.exists(file) && !findAll("#live-stop-all").isEmpty());
    await(() -> !find("#live-stop-all").isDisabled());
    click("#live-stop-all");
    await(() ->
        window().session().standingProperty().get().orElseThrow().engine()
            == spindle.ui.session.EngineLife.NONE);
    try (var owner = machine().desk().files().own(file)) {
      owner.tell(
          new spindle.study.StudyState(
              spindle.study.StudyState.Phase.PAUSED, java.util.Optional.of("main"), "paused"));
    }
    await(() -> find("#headline").isVisible());
    picture("window-headline-LIGHT");
    switchTo(Theme.DARK);
    picture("window-headline-DARK");
  }
}
