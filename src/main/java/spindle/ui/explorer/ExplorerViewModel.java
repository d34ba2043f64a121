package spindle.ui.explorer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import spindle.study.CommandAnswer;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.ui.Texts;
import spindle.ui.session.CommandTwin;
import spindle.ui.session.StudyAccess;
import spindle.ui.session.StudySnapshot;

/// State and actions of the explorer. Knows no control.
///
/// All properties change on the UI thread only; all that takes time runs in the background.
public final class ExplorerViewModel {
  private final StudyAccess study;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<ExplorerPage> page =
      new ReadOnlyObjectWrapper<>(ExplorerPage.NONE);
  private final ReadOnlyObjectWrapper<Optional<String>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  private final AtomicReference<@Nullable StudySnapshot> newest = new AtomicReference<>();
  private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.FIRST);
  private final AtomicBoolean due = new AtomicBoolean();
  private final ReentrantLock deriving = new ReentrantLock();
  private final Runnable ended;

  /// Begins to listen to a study.
  ///
  /// @param background derives what is shown and carries out orders
  /// @param ui runs property changes
  public ExplorerViewModel(StudyAccess study, Executor background, Executor ui) {
    this.study = study;
    this.background = background;
    this.ui = ui;
    this.ended = study.listen(this::hear);
  }

  /// Ends listening.
  public void close() {
    ended.run();
  }

  /// What is shown.
  public ReadOnlyObjectProperty<ExplorerPage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /// Name of the candidate that the user has marked, if any.
  public ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// What became of the last order.
  public ReadOnlyObjectProperty<Told> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// Whether an order is being carried out.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns what is shown.
  public ExplorerPage page() {
    return page.get();
  }

  /// Returns the study as it was heard of last, if it was.
  Optional<StudySnapshot> snapshot() {
    return Optional.ofNullable(newest.get());
  }

  private void hear(StudySnapshot snapshot) {
    newest.set(snapshot);
    refresh();
  }

  /// Several requests while one waits are one.
  private void refresh() {
    if (!due.getAndSet(true)) {
      background.execute(this::derive);
    }
  }

  private void derive() {
    deriving.lock();
    try {
      due.set(false);
      StudySnapshot snapshot = newest.get();
      if (snapshot != null) {
        ExplorerPage next = PageMaker.of(snapshot, wish.get());
        ui.execute(() -> show(next));
      }
    } catch (RuntimeException e) { // outermost frame: nobody else would see it
      ui.execute(() -> told.set(new Told(sentence(e), Told.Tone.REFUSED)));
    } finally {
      deriving.unlock();
    }
  }

  private void show(ExplorerPage next) {
    Optional<StageKind> before = page.get().board().map(StageBoard::kind);
    page.set(next);
    boolean other = !before.equals(next.board().map(StageBoard::kind));
    if (other
        || chosen.get().flatMap(name -> next.board().flatMap(b -> b.candidate(name))).isEmpty()) {
      chosen.set(Optional.empty());
    }
  }

  private void wish(UnaryOperator<Wish> change) {
    wish.updateAndGet(change);
    refresh();
  }

  /// Shows a path, at the dimension that is open on it.
  public void showPath(String name) {
    wish(now -> now.ofPath(name));
  }

  /// Shows a dimension. The open one is left by itself once it is decided, a decided one is not.
  public void showStage(StageKind kind) {
    boolean open =
        page.get().steps().stream()
            .filter(step -> step.kind().equals(kind))
            .anyMatch(step -> step.state() == StepState.OPEN || step.state() == StepState.RUNNING);
    wish(now -> now.ofStage(open ? Optional.empty() : Optional.of(kind)));
  }

  /// Shows the paper's means beside the measured ones, or no longer.
  public void toggleReported() {
    wish(now ->
        now.with(now.overlay() == Wish.Overlay.NONE ? Wish.Overlay.REPORTED : Wish.Overlay.NONE));
  }

  /// Marks a candidate.
  public void choose(String candidate) {
    chosen.set(Optional.of(candidate));
  }

  /// Starts the path's training, pauses it, or goes on.
  public void runOrPause() {
    send(runCommand());
  }

  /// Returns the order that [#runOrPause] gives.
  public StudyCommand runCommand() {
    return switch (page.get().activity()) {
      case IDLE -> new StudyCommand.Start(page.get().path());
      case RUNNING -> new StudyCommand.Pause();
      case PAUSED -> new StudyCommand.Resume();
    };
  }

  /// Decides the shown dimension by its data.
  public void keep() {
    page.get()
        .board()
        .ifPresent(board -> send(new StudyCommand.Keep(page.get().path(), board.kind())));
  }

  /// Decides the shown dimension for a candidate of the user's choice.
  ///
  /// @param reason in the user's words; blank ones are refused by a sentence
  public void chooseInstead(String candidate, String reason) {
    if (reason.isBlank()) {
      told.set(new Told(Texts.of("explorer.reason.missing"), Told.Tone.REFUSED));
      return;
    }
    page.get()
        .board()
        .ifPresent(board ->
            send(
                new StudyCommand.Override(
                    page.get().path(), board.kind(), candidate, reason.strip())));
  }

  /// Makes a new path that decides the shown dimension and the later ones anew, and shows it.
  public void fork(String name) {
    page.get()
        .board()
        .ifPresent(board ->
            send(
                List.of(new StudyCommand.Fork(page.get().path(), board.kind(), name.strip())),
                () -> showPath(name.strip())));
  }

  /// Returns a name for a new path that no path has yet.
  public String forkName() {
    List<String> names = page.get().paths().stream().map(PathItem::name).toList();
    int number = names.size() + 1;
    while (names.contains("path" + number)) {
      number++;
    }
    return "path" + number;
  }

  /// Begins a candidate of the user's own for the shown dimension; empty if it is not open.
  ///
  /// @param from name of the candidate that it begins with
  Optional<DrawViewModel> draw(Optional<String> from) {
    return page.get()
        .board()
        .filter(StageBoard::isOpen)
        .flatMap(board ->
            snapshot()
                .map(now ->
                    new DrawViewModel(
                        now.plan(), now.path(page.get().path()), board.kind(), from)));
  }

  /// Takes a candidate out of the shown dimension; what was trained for it is kept.
  public void remove(String candidate) {
    without(candidate).ifPresent(stage -> edit(List.of(stage)));
  }

  /// Returns the shown dimension without a candidate, if it is open and others are left.
  Optional<Stage> without(String candidate) {
    return page.get()
        .board()
        .filter(board -> board.isOpen() && board.candidates().size() > 1)
        .map(board ->
            new Stage(
                board.kind(),
                board.stage().candidates().stream()
                    .filter(other -> !other.name().equals(candidate))
                    .toList()));
  }

  /// Gives dimensions other candidates.
  void edit(List<Stage> stages) {
    send(edits(stages), () -> {});
  }

  private List<StudyCommand> edits(List<Stage> stages) {
    String path = page.get().path();
    return stages.stream().<StudyCommand>map(s -> new StudyCommand.Edit(path, s)).toList();
  }

  /// Returns the command line that gives dimensions other candidates; empty if there is none.
  String editTwin(List<Stage> stages) {
    return CommandTwin.together(
        edits(stages).stream().map(command -> twin(command).orElse("")).toList());
  }

  /// Returns the same order for the command line, if it has one.
  public Optional<String> twin(StudyCommand command) {
    return snapshot().flatMap(snapshot -> CommandTwin.of(snapshot.file(), command));
  }

  private void send(StudyCommand command) {
    send(List.of(command), () -> {});
  }

  private void send(List<StudyCommand> commands, Runnable afterwards) {
    busy.set(true);
    background.execute(() -> {
      Told answer = carryOut(commands);
      ui.execute(() -> {
        busy.set(false);
        told.set(answer);
        if (answer.tone() == Told.Tone.DONE) {
          afterwards.run();
        }
      });
    });
  }

  private Told carryOut(List<StudyCommand> commands) {
    Told last = Told.NOTHING;
    for (StudyCommand command : commands) {
      try {
        switch (study.send(command)) {
          case CommandAnswer.Done(String text) -> last = new Told(text, Told.Tone.DONE);
          case CommandAnswer.Refused(String text) -> {
            return new Told(text, Told.Tone.REFUSED);
          }
        }
      } catch (RuntimeException e) { // outermost frame: nobody else would see it
        return new Told(sentence(e), Told.Tone.REFUSED);
      }
    }
    return last;
  }

  private static String sentence(RuntimeException e) {
    return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
  }
}
