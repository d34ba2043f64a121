package spindle.ui.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;

/// The explorer as a user sees it.
class ExplorerViewTest extends UiTest {
  private final TestStudy study = TestStudy.rich();
  private final List<String> opened = new ArrayList<>();

  private ExplorerViewModel open(int width, int height) {
    ExplorerViewModel model = new ExplorerViewModel(study, Runnable::run, Runnable::run);
    show(() -> new ExplorerView(model, opened::add, () -> opened.add("confirm")), width, height);
    return model;
  }

  @Test
  void looks() {
    study.train("main", 150);
    ExplorerViewModel model = open(1040, 617);
    picture("explorer-light");
    run(() -> model.choose("uniform"));
    switchTo(Theme.DARK);
    picture("explorer-dark");
    assertEquals(5, findAll(".candidate-card").size());
    assertTrue(opened.isEmpty());
  }
}
