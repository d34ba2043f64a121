package spindle.ui.confirm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import spindle.design.Solution;
import spindle.export.PatternFile;
import spindle.export.PatternTransfer;
import spindle.export.TrialTable;
import spindle.json.DesignFile;
import spindle.json.Json;
import spindle.study.CommandAnswer;
import spindle.study.ConfirmationPlan;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.study.StudyRow;
import spindle.ui.Texts;
import spindle.ui.explorer.StageScores;
import spindle.ui.explorer.Told;
import spindle.ui.plot.Scores;
import spindle.ui.session.CommandTwin;
import spindle.ui.session.StudyAccess;
import spindle.ui.session.StudySnapshot;
import spindle.ui.stack.StackPlot;

/// State and actions of the page that confirms and exports. Knows no control.
///
/// All properties change on the UI thread only; all that takes time runs in the background.
public final class ConfirmViewModel {
  private final StudyAccess study;
  private final Executor background;
  private final Executor ui;

  private final ReadOnlyObjectWrapper<ConfirmPage> page =
      new ReadOnlyObjectWrapper<>(ConfirmPage.NONE);
  private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Transferred>> transferred =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final AtomicReference<@Nullable StudySnapshot> newest = new AtomicReference<>();
  private final AtomicReference<Optional<String>> wanted = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Imported>> imported =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean due = new AtomicBoolean();
  private final ReentrantLock deriving = new ReentrantLock();
  private final Runnable ended;

  private record Imported(String source, PatternFile pattern) {}

  /// Begins to listen to a study.
  ///
  /// @param background derives what is shown, carries out orders and writes files
  /// @param ui runs property changes
  public ConfirmViewModel(StudyAccess study, Executor background, Executor ui) {
    this.study = study;
    this.background = background;
    this.ui = ui;
    this.ended =
        study.listen(snapshot -> {
          newest.set(snapshot);
          refresh();
        });
  }

  /// Ends listening.
  public void close() {
    ended.run();
  }

  /// What is shown.
  public ReadOnlyObjectProperty<ConfirmPage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /// What became of the last order.
  public ReadOnlyObjectProperty<Told> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// The imported pattern on the backbone that was chosen for it, if there is one.
  public ReadOnlyObjectProperty<Optional<Transferred>> transferredProperty() {
    return transferred.getReadOnlyProperty();
  }

  /// Returns what is shown.
  public ConfirmPage page() {
    return page.get();
  }

  private Optional<StudySnapshot> snapshot() {
    return Optional.ofNullable(newest.get());
  }

  private void refresh() {
    if (!due.getAndSet(true)) {
      background.execute(this::derive);
    }
  }

  private void derive() {
    deriving.lock();
    try {
      due.set(false);
      snapshot()
          .map(now -> new ConfirmMaker(now, wanted.get()).page())
          .ifPresent(next -> ui.execute(() -> page.set(next)));
    } catch (RuntimeException e) { // outermost frame: nobody else would see it
      say(e);
    } finally {
      deriving.unlock();
    }
  }

  /// Shows a path.
  public void showPath(String name) {
    wanted.set(Optional.of(name));
    refresh();
  }

  /// Asks for a confirmation and starts it.
  public void confirm(ConfirmationPlan plan) {
    String path = page.get().path();
    carryOut(List.of(new StudyCommand.Confirm(path, plan), new StudyCommand.Start(path)));
  }

  /// Has the pattern written to a file.
  public void savePattern(Path file) {
    if (page.get().pattern() instanceof ConfirmPage.Chosen.Found found) {
      save(file, found.json());
    }
  }

  /// Writes every training that has ended to a file, in the format of its ending.
  public void saveTrials(Path file) {
    inBackground(() -> {
      Optional<StudySnapshot> now = snapshot();
      if (now.isPresent()) {
        List<StudyRow> rows =
            StudyRow.table(now.get().study(), now.get().paths(), now.get().confirmations());
        new TrialTable(rows, Map.of()).write(file);
        tell(Texts.of("confirm.saved", file));
      }
    });
  }

  /// Writes a text to a file.
  public void save(Path file, String text) {
    inBackground(() -> write(file, text));
  }

  /// Writes bytes to a file.
  public void save(Path file, byte[] bytes) {
    inBackground(() -> write(file, bytes));
  }

  private void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The file is complete or as it was.
  private void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    tell(Texts.of("confirm.saved", file));
  }

  /// Finds the scores of a decided dimension, for a plot, and hands them over on the UI thread.
  public void scores(StageKind kind, Consumer<Scores> found) {
    String path = page.get().path();
    inBackground(() ->
        snapshot()
            .flatMap(now -> StageScores.of(now, path, kind))
            .ifPresent(scores -> ui.execute(() -> found.accept(scores))));
  }

  /// Reads a pattern and carries it over to a backbone.
  ///
  /// @param target backbone; empty for that of the study
  public void open(Path file, Optional<KnownShape> target) {
    inBackground(() -> {
      imported.set(Optional.of(new Imported(file.toString(), PatternFile.read(file))));
      transfer(target);
    });
  }

  /// Carries the pattern that was read last over to another backbone.
  ///
  /// @param target backbone; empty for that of the study
  public void transferTo(Optional<KnownShape> target) {
    inBackground(() -> transfer(target));
  }

  private void transfer(Optional<KnownShape> target) {
    Optional<StudySnapshot> now = snapshot();
    Optional<Imported> pattern = imported.get();
    if (now.isEmpty() || pattern.isEmpty()) {
      return;
    }
    PatternTransfer result =
        PatternTransfer.to(
            pattern.get().pattern(),
            target.map(KnownShape::shape).orElseGet(() -> now.get().plan().subject().shape()));
    Transferred shown =
        new Transferred(
            pattern.get().source(),
            target.map(KnownShape::name).orElseGet(() -> now.get().plan().subject().backbone()),
            result.design().toString(),
            StackPlot.of(result.design()),
            budget(result.solution()),
            json(result));
    ui.execute(() -> transferred.set(Optional.of(shown)));
  }

  private static String budget(Solution solution) {
    return switch (solution) {
      case Solution.Feasible feasible ->
          Texts.of("budget.total", Texts.count(feasible.actual()), Texts.count(feasible.target()));
      case Solution.Infeasible infeasible -> String.join(" ", infeasible.reasons());
    };
  }

  private static String json(PatternTransfer result) {
    return switch (result.solution()) {
      case Solution.Feasible feasible ->
          Json.pretty(new DesignFile(result.design(), Optional.of(feasible.plan())));
      case Solution.Infeasible _ -> "";
    };
  }

  /// Returns the same order for the command line, if it has one.
  public Optional<String> twin(StudyCommand command) {
    return snapshot().flatMap(now -> CommandTwin.of(now.file(), command));
  }

  /// Returns a line of the command line about the study.
  ///
  /// @param verb of the group of study commands
  /// @param more what follows the study's file
  public String line(String verb, List<String> more) {
    List<String> words = new ArrayList<>(List.of("study", verb));
    snapshot().ifPresent(now -> words.add(now.file().toString()));
    words.addAll(more);
    return CommandTwin.line(words);
  }

  private void carryOut(List<StudyCommand> commands) {
    inBackground(() -> {
      for (StudyCommand command : commands) {
        switch (study.send(command)) {
          case CommandAnswer.Done(String text) -> tell(text);
          case CommandAnswer.Refused(String text) -> {
            ui.execute(() -> told.set(new Told(text, Told.Tone.REFUSED)));
            return;
          }
        }
      }
    });
  }

  private interface Work {
    void run() throws IOException;
  }

  private void inBackground(Work work) {
    background.execute(() -> {
      try {
        work.run();
      } catch (IOException e) {
        String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        ui.execute(
            () -> told.set(new Told(Texts.of("confirm.notWritten", reason), Told.Tone.REFUSED)));
      } catch (RuntimeException e) { // outermost frame: nobody else would see it
        say(e);
      }
    });
  }

  private void tell(String text) {
    ui.execute(() -> told.set(new Told(text, Told.Tone.DONE)));
  }

  private void say(RuntimeException e) {
    String text = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    ui.execute(() -> told.set(new Told(text, Told.Tone.REFUSED)));
  }
}
