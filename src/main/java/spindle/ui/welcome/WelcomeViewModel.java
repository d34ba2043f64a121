package spindle.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.ui.Texts;
import spindle.ui.support.Threads;

/// State and actions of the welcome page. Properties change on the UI thread only; the verbs return
/// at once.
public final class WelcomeViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(WelcomeViewModel.class);

  /// What the page shows.
  public sealed interface State {
    /// It waits for a choice.
    record Ready() implements State {}

    /// A study is being opened.
    ///
    /// @param name what it is called
    record Opening(String name) implements State {}

    /// A study could not be opened.
    ///
    /// @param message a sentence for the user
    record Failed(String message) implements State {}
  }

  private final WelcomeGateway gateway;
  private final Executor background;
  private final Executor uiThread;
  private final Runnable opened;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready());
  private final ObservableList<RecentStudy> recent = FXCollections.observableArrayList();

  /// Makes the model of a page.
  ///
  /// @param opened called on the UI thread once a study is open: goes to its page
  public WelcomeViewModel(WelcomeGateway gateway, Threads threads, Runnable opened) {
    this.gateway = gateway;
    this.background = threads.background();
    this.uiThread = threads.uiThread();
    this.opened = opened;
  }

  /// What the page shows.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The studies that were open before, the latest first.
  public ObservableList<RecentStudy> recent() {
    return FXCollections.unmodifiableObservableList(recent);
  }

  /// Reads the recent studies again.
  public void refresh() {
    background.execute(() -> {
      List<RecentStudy> found = gateway.recent();
      uiThread.execute(() -> recent.setAll(found));
    });
  }

  /// Opens the sample study.
  public void openSample() {
    open(Texts.of("welcome.sample.name"), gateway::openSample);
  }

  /// Opens the study of a file.
  public void open(Path file) {
    open(file.getFileName().toString(), () -> gateway.open(file));
  }

  private void open(String name, Runnable work) {
    if (state.get() instanceof State.Opening) {
      return;
    }
    state.set(new State.Opening(name));
    background.execute(() -> {
      State end = attempt(name, work);
      uiThread.execute(() -> show(end));
    });
  }

  private static State attempt(String name, Runnable work) {
    try {
      work.run();
      return new State.Ready();
    } catch (RuntimeException e) { // outermost frame of this thread
      LOG.error("{} could not be opened", name, e);
      String reason = e.getMessage();
      return new State.Failed(reason == null ? Texts.of("welcome.failed", name) : reason);
    }
  }

  private void show(State end) {
    state.set(end);
    if (end instanceof State.Ready) {
      opened.run();
    }
  }
}
