package spindle.ui.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.BackboneInfo;
import spindle.study.StoreException;
import spindle.task.TaskException;
import spindle.ui.Texts;
import spindle.ui.support.Threads;

/// The set-up of a new study: what stands in the form, what is wrong with it, and what it would
/// take. Properties change on the UI thread only; the verbs return at once.
public final class SetupViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(SetupViewModel.class);

  /// What the page is doing.
  public sealed interface State {
    /// The form is edited.
    record Editing() implements State {}

    /// The plan is measured.
    record Measuring() implements State {}

    /// It was measured, or could not be.
    ///
    /// @param words what was found
    record Measured(String words) implements State {}

    /// The study is being made.
    record Creating() implements State {}

    /// Something went wrong.
    ///
    /// @param words what, and what to do
    record Failed(String words) implements State {}
  }

  private final SetupGateway gateway;
  private final Threads threads;
  private final Runnable created;
  private final Map<SetupField, StringProperty> texts = new EnumMap<>(SetupField.class);
  private final Map<SetupField, ReadOnlyStringWrapper> problems = new EnumMap<>(SetupField.class);
  private final ObservableSet<String> practice = FXCollections.observableSet("reviews");
  private final ObservableSet<String> glue = FXCollections.observableSet();
  private final OptionsModel options = new OptionsModel();
  private final ReadOnlyBooleanWrapper decoder = new ReadOnlyBooleanWrapper();
  private final ObservableList<String> known = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper backboneWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper budgetWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SetupDraft>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Editing());
  private Optional<BackboneInfo> backbone = Optional.empty();
  private String looked = "";

  /// Makes the form with the usual values.
  ///
  /// @param device that the settings name
  /// @param created called on the UI thread once a study was made and opened
  public SetupViewModel(SetupGateway gateway, Threads threads, String device, Runnable created) {
    this.gateway = gateway;
    this.threads = threads;
    this.created = created;
    for (SetupField field : SetupField.values()) {
      texts.put(field, new SimpleStringProperty(field.usual()));
      problems.put(field, new ReadOnlyStringWrapper(""));
    }
    text(SetupField.DEVICES).set(device);
    text(SetupField.FILE).set(gateway.freeFile().toString());
    InvalidationListener changed = _ -> check();
    texts.values().forEach(text -> text.addListener(changed));
    practice.addListener(changed);
    glue.addListener(changed);
    options.listen(changed);
    text(SetupField.BACKBONE).addListener(_ -> lookAtBackbone());
    lookAtBackbone();
    threads.background().execute(this::findKnown);
  }

  /// The text of a field.
  public StringProperty text(SetupField field) {
    return texts.computeIfAbsent(field, _ -> new SimpleStringProperty(""));
  }

  /// What is wrong with a field, in a sentence; empty if nothing is.
  public ReadOnlyStringProperty problem(SetupField field) {
    return wrapper(field).getReadOnlyProperty();
  }

  private ReadOnlyStringWrapper wrapper(SetupField field) {
    return problems.computeIfAbsent(field, _ -> new ReadOnlyStringWrapper(""));
  }

  /// Names of the practice tasks that are chosen.
  public ObservableSet<String> practice() {
    return practice;
  }

  /// Names of the GLUE tasks that are chosen.
  public ObservableSet<String> glue() {
    return glue;
  }

  /// What is chosen from lists.
  OptionsModel options() {
    return options;
  }

  /// Whether the backbone has a decoder.
  ReadOnlyBooleanProperty decoderProperty() {
    return decoder.getReadOnlyProperty();
  }

  /// The backbones that are known by name; filled shortly after the start.
  public ObservableList<String> known() {
    return FXCollections.unmodifiableObservableList(known);
  }

  /// What is known of the backbone, in words.
  public ReadOnlyStringProperty backboneWordsProperty() {
    return backboneWords.getReadOnlyProperty();
  }

  /// The budget as a number of parameters, in words; empty while it is not known.
  public ReadOnlyStringProperty budgetWordsProperty() {
    return budgetWords.getReadOnlyProperty();
  }

  /// The study that the form asks for, if it could be made.
  ReadOnlyObjectProperty<Optional<SetupDraft>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /// What the page is doing.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  private void findKnown() {
    List<String> names = gateway.backbones().stream().map(BackboneInfo::name).toList();
    threads.uiThread().execute(() -> known.setAll(names));
  }

  private void lookAtBackbone() {
    String name = text(SetupField.BACKBONE).get().strip();
    looked = name;
    backbone = Optional.empty();
    backboneWords.set(Texts.of("setup.backbone.looking"));
    check();
    threads
        .background()
        .execute(() -> {
          Optional<BackboneInfo> found = Optional.empty();
          String words = Texts.of("setup.needed");
          try {
            if (!name.isEmpty()) {
              found = Optional.of(gateway.inspect(name));
            }
          } catch (RuntimeException e) { // outermost frame of this thread
            LOG.info("{} is no backbone", name, e);
            words = String.valueOf(e.getMessage());
          }
          Optional<BackboneInfo> result = found;
          String problem = words;
          threads.uiThread().execute(() -> showBackbone(name, result, problem));
        });
  }

  /// What comes late, of a name that was changed since, is dropped.
  private void showBackbone(String name, Optional<BackboneInfo> found, String problem) {
    if (!name.equals(looked)) {
      return;
    }
    backbone = found;
    backboneWords.set(
        found
            .map(info ->
                Texts.of(
                    "setup.backbone.shape",
                    info.shape().layers(),
                    info.shape().hidden(),
                    Texts.shortCount(info.shape().parameters())))
            .orElse(""));
    decoder.set(found.filter(info -> info.shape().border().isPresent()).isPresent());
    check();
    if (found.isEmpty()) {
      wrapper(SetupField.BACKBONE).set(problem);
    }
  }

  private void check() {
    SetupReader.Reading reading = SetupReader.read(values(), backbone);
    problems.forEach((field, problem) -> {
      if (field != SetupField.BACKBONE) {
        problem.set(reading.problems().getOrDefault(field, ""));
      }
    });
    if (backbone.isPresent()) {
      wrapper(SetupField.BACKBONE).set(reading.problems().getOrDefault(SetupField.BACKBONE, ""));
    }
    draft.set(reading.draft());
    budgetWords.set(reading.draft().map(SetupViewModel::budget).orElse(""));
    if (!(state.get() instanceof State.Measuring)) {
      state.set(new State.Editing());
    }
  }

  private static String budget(SetupDraft draft) {
    var shape = draft.study().backbone().shape();
    return Texts.of(
        "setup.budget.count",
        Texts.count(draft.study().budget().parameters(shape)),
        Texts.count(shape.parameters()));
  }

  private SetupValues values() {
    Map<SetupField, String> now = new EnumMap<>(SetupField.class);
    texts.forEach((field, text) -> now.put(field, text.get()));
    return new SetupValues(now, practice, glue, options.now());
  }

  /// Trains a few steps of the plan and says what it will take.
  public void measure() {
    draft
        .get()
        .ifPresent(asked -> {
          state.set(new State.Measuring());
          threads.background().execute(() -> end(measured(asked)));
        });
  }

  private State measured(SetupDraft asked) {
    try {
      String words = gateway.measure(asked);
      return new State.Measured(words.isEmpty() ? Texts.of("setup.measured.none") : words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new State.Failed(Texts.of("setup.interrupted"));
    } catch (RuntimeException e) { // outermost frame of this thread
      return failed(e);
    }
  }

  /// Makes the study, opens it and starts it.
  public void create() {
    draft
        .get()
        .ifPresent(asked -> {
          state.set(new State.Creating());
          threads.background().execute(() -> end(created(asked)));
        });
  }

  private State created(SetupDraft asked) {
    try {
      gateway.create(asked);
      threads.uiThread().execute(this::renew);
      return new State.Editing();
    } catch (RuntimeException e) { // outermost frame of this thread
      return failed(e);
    }
  }

  /// The next study needs another file.
  private void renew() {
    text(SetupField.FILE).set(gateway.freeFile().toString());
    created.run();
  }

  private static State failed(RuntimeException e) {
    boolean told =
        e instanceof TaskException
            || e instanceof StoreException
            || e instanceof IllegalArgumentException;
    if (!told) {
      LOG.error("the study cannot be made", e);
    }
    return new State.Failed(String.valueOf(e.getMessage()));
  }

  private void end(State next) {
    threads.uiThread().execute(() -> state.set(next));
  }

  /// Proposes a file in a folder.
  ///
  /// @return the first of `study-1.spindle` and so on that does not exist
  static Path free(Path folder) {
    int number = 1;
    while (Files.exists(folder.resolve("study-" + number + ".spindle"))) {
      number++;
    }
    return folder.resolve("study-" + number + ".spindle");
  }
}
