package spindle.ui.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.ui.Texts;
import spindle.ui.plot.Parallel;
import spindle.ui.support.Threads;

/// All trainings of a study: which are shown, which are chosen, and how those compare.
public final class TrialsViewModel {
  private static final List<TrialField> AXES =
      List.of(
          TrialField.CANDIDATE,
          TrialField.GROUPING,
          TrialField.ALLOCATION,
          TrialField.TUNED,
          TrialField.STRATEGIES,
          TrialField.SCORE);

  /// More categories than this cannot be told apart on one axis.
  private static final int MOST_CATEGORIES = 24;

  private static final Logger LOG = LoggerFactory.getLogger(TrialsViewModel.class);

  private final TrialsGateway gateway;
  private final Threads threads;
  private final ObservableList<TrialRow> rows = FXCollections.observableArrayList();
  private final Map<String, Integer> places = new HashMap<>();
  private final FilteredList<TrialRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<TrialRow>> chosen =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Set<String>> brushed = Optional.empty();

  /// Begins to listen to a study.
  public TrialsViewModel(TrialsGateway gateway, Threads threads) {
    this.gateway = gateway;
    this.threads = threads;
    filter.addListener(_ -> refilter());
    threads
        .background()
        .execute(() -> gateway.listen(news -> threads.uiThread().execute(() -> take(news))));
  }

  /// The trainings that the filter and the brushes leave.
  public ObservableList<TrialRow> shown() {
    return FXCollections.unmodifiableObservableList(shown);
  }

  /// Returns the number of all trainings.
  public int total() {
    return rows.size();
  }

  /// What the user typed to find trainings; see [TrialFilter].
  public StringProperty filterProperty() {
    return filter;
  }

  /// How the chosen trainings differ; empty unless two to eight are chosen.
  public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /// The trainings that are chosen.
  public ReadOnlyObjectProperty<List<TrialRow>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  private void take(List<TrialRow> news) {
    List<TrialRow> fresh = new ArrayList<>();
    for (TrialRow row : news) {
      Integer place = places.get(row.id());
      if (place == null) {
        places.put(row.id(), rows.size() + fresh.size());
        fresh.add(row);
      } else if (place < rows.size()) {
        rows.set(place, row);
      } else {
        fresh.set(place - rows.size(), row);
      }
    }
    rows.addAll(fresh);
  }

  /// Keeps only trainings of some ids, as brushes on the parallel coordinates do; all again if
  /// there is no brush.
  public void brush(Optional<Set<String>> ids) {
    brushed = ids.map(Set::copyOf);
    refilter();
  }

  private void refilter() {
    TrialFilter words = TrialFilter.parse(filter.get());
    Optional<Set<String>> ids = brushed;
    shown.setPredicate(
        row -> words.accepts().test(row) && ids.map(set -> set.contains(row.id())).orElse(true));
  }

  /// Chooses trainings, to look at them or to compare them.
  public void choose(List<TrialRow> rows) {
    boolean few = rows.size() >= Comparison.FEWEST && rows.size() <= Comparison.MOST;
    comparison.set(few ? Optional.of(Comparison.of(rows)) : Optional.empty());
    chosen.set(List.copyOf(rows));
  }

  /// Returns trainings as tab-separated text, for the clipboard.
  public String copied(List<TrialRow> wanted) {
    return TabbedRows.of(wanted);
  }

  /// Writes the trainings that are shown and have ended to a file.
  ///
  /// @param file whose ending tells the format; CSV if it tells none
  /// @param told hears in a sentence what became of it, on the UI thread
  public void export(Path file, Consumer<String> told) {
    Set<String> ids = shown.stream().map(TrialRow::id).collect(Collectors.toSet());
    threads
        .background()
        .execute(() -> {
          String sentence = write(ids, file);
          threads.uiThread().execute(() -> told.accept(sentence));
        });
  }

  private String write(Set<String> ids, Path file) {
    try {
      gateway.ended().only(ids).write(file);
      return Texts.of("window.saved", file);
    } catch (IOException e) {
      LOG.error("{} cannot be written", file, e);
      return Texts.of("session.refused", String.valueOf(e.getMessage()));
    }
  }

  /// Returns the trainings with a score as parallel coordinates over the four dimensions.
  /// Dimensions with a single value or too many are left out.
  public Parallel parallel() {
    List<TrialRow> scored = rows.stream().filter(row -> row.score().isPresent()).toList();
    List<TrialField> axes = AXES.stream().filter(field -> tells(field, scored)).toList();
    if (axes.size() < 2) {
      axes = List.of(TrialField.CANDIDATE, TrialField.SCORE);
    }
    List<List<String>> categories = axes.stream().map(field -> categories(field, scored)).toList();
    List<TrialField> fields = axes;
    List<Parallel.Dimension> dimensions =
        Stream.iterate(0, i -> i < fields.size(), i -> i + 1)
            .map(i -> new Parallel.Dimension(fields.get(i).title(), categories.get(i)))
            .toList();
    return new Parallel(
        dimensions,
        scored.stream()
            .map(row -> new Parallel.Row(row.id(), values(row, fields, categories)))
            .toList());
  }

  private static boolean tells(TrialField field, List<TrialRow> rows) {
    Set<String> values = rows.stream().map(field::text).collect(Collectors.toSet());
    return field.kind() == TrialField.Kind.NUMBER
        || (values.size() > 1 && values.size() <= MOST_CATEGORIES);
  }

  private static List<String> categories(TrialField field, List<TrialRow> rows) {
    return field.kind() == TrialField.Kind.NUMBER
        ? List.of()
        : rows.stream().map(field::text).distinct().sorted().toList();
  }

  private static double[] values(
      TrialRow row, List<TrialField> fields, List<List<String>> categories) {
    double[] values = new double[fields.size()];
    for (int i = 0; i < values.length; i++) {
      List<String> names = categories.get(i);
      TrialField field = fields.get(i);
      values[i] =
          names.isEmpty() ? field.number(row).orElse(Double.NaN) : names.indexOf(field.text(row));
    }
    return values;
  }

  /// Returns the ids of the trainings that lie in all brushes; empty if there is no brush.
  public static Optional<Set<String>> chosen(Parallel data, List<Parallel.Brush> brushes) {
    return brushes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            data.chosen(brushes).stream()
                .map(Parallel.Row::trial)
                .collect(Collectors.toCollection(HashSet::new)));
  }
}
