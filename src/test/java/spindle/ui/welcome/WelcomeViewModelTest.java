package spindle.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import spindle.ui.support.Threads;
import spindle.ui.welcome.WelcomeViewModel.State;

class WelcomeViewModelTest {
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private RuntimeException failure = new IllegalStateException("unset");
  private boolean fails;

  private final WelcomeViewModel model =
      new WelcomeViewModel(
          new Gateway(),
          new Threads(background::add, Runnable::run),
          () -> done.add("went to the study"));

  /// Remembers what it was asked for.
  private final class Gateway implements WelcomeGateway {
    @Override
    public List<RecentStudy> recent() {
      return List.of(new RecentStudy(Path.of("a.spindle"), "a", "Grouping decided"));
    }

    @Override
    public void openSample() {
      if (fails) {
        throw failure;
      }
      done.add("sample");
    }

    @Override
    public void open(Path file) {
      done.add("open " + file);
    }
  }

  @Test
  void openingShowsAtOnceAndThenGoesToTheStudy() {
    model.openSample();
    assertEquals(new State.Opening("the sample study"), model.stateProperty().get());
    assertEquals(List.of(), done);
    background.remove().run();
    assertEquals(List.of("sample", "went to the study"), done);
    assertEquals(new State.Ready(), model.stateProperty().get());
  }

  @Test
  void openingTwiceOpensOnce() {
    model.openSample();
    model.open(Path.of("b.spindle"));
    assertEquals(1, background.size());
  }

  @Test
  void aFailureIsShownInItsOwnWords() {
    fails = true;
    failure = new IllegalStateException("The file a.spindle is not a study: line 3.");
    model.openSample();
    background.remove().run();
    assertEquals(
        new State.Failed("The file a.spindle is not a study: line 3."),
        model.stateProperty().get());
    assertEquals(List.of(), done);
  }

  @Test
  void aFailureWithoutWordsPointsToTheLog() {
    fails = true;
    failure = new NullPointerException();
    model.openSample();
    background.remove().run();
    assertEquals(
        new State.Failed("Could not open the sample study. The log says why."),
        model.stateProperty().get());
  }

  @Test
  void recentStudiesAreReadInTheBackground() {
    model.refresh();
    assertEquals(0, model.recent().size());
    background.remove().run();
    assertEquals("a", model.recent().getFirst().name());
  }
}
