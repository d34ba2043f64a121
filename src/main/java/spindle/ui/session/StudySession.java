package spindle.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.CommandAnswer;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.ui.Texts;
import spindle.ui.support.Threads;

/// The one study that the window has open, if any. Properties change on the UI thread only.
public final class StudySession {

  private static final Logger LOG = LoggerFactory.getLogger(StudySession.class);

  private final StudyDesk desk;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<Optional<OpenStudy>> study =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Headline> headline =
      new ReadOnlyObjectWrapper<>(new Headline.Quiet());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private @Nullable OpenStudy current;
  private boolean awaited; // an engine, of which the message says that it is being started

  /// Begins without a study.
  public StudySession(StudyDesk desk, Threads threads) {
    this.desk = desk;
    this.threads = threads;
  }

  /// Returns where studies are run.
  public StudyDesk desk() {
    return desk;
  }

  /// The open study.
  public ReadOnlyObjectProperty<Optional<OpenStudy>> studyProperty() {
    return study.getReadOnlyProperty();
  }

  /// How it stands.
  public ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /// What the user must know of it on every page.
  public ReadOnlyObjectProperty<Headline> headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /// What became of the last command, in a sentence.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// Opens the study of a file and closes the one before; engines are left running. Called off the
  /// UI thread.
  ///
  /// @throws spindle.study.StoreException if the file cannot be read; the one before stays open
  public synchronized void open(Path file) {
    OpenStudy next = new OpenStudy(desk, file);
    OpenStudy before = current;
    current = next;
    threads
        .uiThread()
        .execute(() -> {
          standing.set(Optional.of(next.now()));
          study.set(Optional.of(next));
          if (awaited) { // of another study
            tell("");
          }
        });
    next.watch(now -> threads.uiThread().execute(() -> show(next, now)));
    if (before != null) {
      threads.background().execute(before::close);
    }
  }

  private void show(OpenStudy which, Standing now) {
    if (study.get().filter(open -> open == which).isPresent()) {
      standing.set(Optional.of(now));
      headline.set(Headline.of(now, which.output()));
      forget(now.engine());
    }
  }

  /// That an engine is being started holds no longer once it has come, or has not come in time.
  private void forget(EngineLife engine) {
    boolean over =
        switch (engine) {
          case STARTING, NONE, LOST -> false;
          case RUNS, SILENT -> true;
        };
    if (awaited && over) {
      tell("");
    }
  }

  private void tell(String words) {
    awaited = false;
    message.set(CandidateNames.capitalised(words));
  }

  /// Says something to the user. May be called from any thread.
  public void say(String words) {
    threads.uiThread().execute(() -> tell(words));
  }

  /// Says that an engine is being started, until it has come; it may have come already.
  private void announce(String words) {
    threads
        .uiThread()
        .execute(() -> {
          boolean runs = standing.get().filter(now -> now.engine() == EngineLife.RUNS).isPresent();
          if (!runs) {
            tell(words);
            awaited = true;
          }
        });
  }

  /// Has a command carried out on the open study and says what became of it; returns at once.
  public void send(StudyCommand command) {
    threads.background().execute(() -> carryOut(command));
  }

  /// Has a command carried out on the open study and says what became of it. Called off the UI
  /// thread.
  public void carryOut(StudyCommand command) {
    OpenStudy open = open();
    if (open == null) {
      say(Texts.of("session.none"));
      return;
    }
    try {
      CommandAnswer answer = open.send(command);
      switch (answer) {
        case CommandAnswer.Done(String text) when answer.equals(OpenStudy.STARTING) ->
            announce(text);
        case CommandAnswer.Done(String text) -> say(text);
        case CommandAnswer.Refused(String text) -> say(Texts.of("session.refused", text));
      }
    } catch (RuntimeException e) { // outermost frame of this thread
      LOG.error("{} failed", command, e);
      say(Texts.of("session.refused", String.valueOf(e.getMessage())));
    }
  }

  /// Returns the name of the path of the open study that is to be continued; empty if none is open.
  public Optional<String> currentPath() {
    OpenStudy open = open();
    return open == null ? Optional.empty() : Optional.of(open.now().study().current());
  }

  /// Runs the path that is to be continued, in an engine of its own if none runs.
  public void goOn() {
    standing.get().ifPresent(now -> send(new StudyCommand.Start(now.study().current())));
  }

  /// Closes the open study; its engine is left running.
  public synchronized void close() {
    OpenStudy open = current;
    current = null;
    if (open != null) {
      open.close();
    }
  }

  private synchronized @Nullable OpenStudy open() {
    return current;
  }
}
