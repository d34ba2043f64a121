package spindle.ui.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import spindle.design.Design;
import spindle.design.ParameterCount;
import spindle.design.Tuning;
import spindle.export.TrialTable;
import spindle.study.Attempt;
import spindle.study.StudyRow;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.ui.Texts;
import spindle.ui.session.OutcomeWords;
import spindle.ui.session.StageNames;
import spindle.ui.session.Standing;
import spindle.ui.session.StudyAccess;
import spindle.ui.session.StudySnapshot;
import spindle.ui.session.TrialPlace;
import spindle.ui.session.TrialPlaces;

/// The table's view of an open study: one row for each trial, in the order in which they were first
/// begun.
public final class StudyTrials implements TrialsGateway {

  private static final String NOTHING = "\u2013";

  private final StudyAccess study;
  private final Consumer<Runnable> ended;
  private final AtomicReference<Optional<StudySnapshot>> newest =
      new AtomicReference<>(Optional.empty());

  /// Makes it for a study.
  ///
  /// @param ended takes what ends the listening, to be run when the study is closed
  public StudyTrials(StudyAccess study, Consumer<Runnable> ended) {
    this.study = study;
    this.ended = ended;
  }

  @Override
  public TrialTable ended() {
    return newest
        .get()
        .map(now ->
            TrialTable.of(
                StudyRow.table(now.study(), now.paths(), now.confirmations()), now.attempts()))
        .orElse(new TrialTable(List.of(), Map.of()));
  }

  @Override
  public void listen(Consumer<List<TrialRow>> hearer) {
    Rows rows = new Rows();
    ended.accept(
        study.watch(standing -> {
          newest.set(Optional.of(standing.study()));
          List<TrialRow> news = rows.take(standing);
          if (!news.isEmpty()) {
            hearer.accept(news);
          }
        }));
  }

  /// The rows told so far. Used by one thread.
  private static final class Rows {

    private final TrialPlaces places = new TrialPlaces();
    private final Map<String, Known> known = new HashMap<>();

    /// A row and what it was made of.
    private record Known(Attempt attempt, TrialRow row) {}

    List<TrialRow> take(Standing standing) {
      places.take(standing.study());
      Map<String, Attempt> latest = new LinkedHashMap<>();
      standing.study().attempts().forEach(attempt -> latest.put(attempt.id().trial(), attempt));
      List<TrialRow> news = new ArrayList<>();
      int number = 0;
      for (Attempt attempt : latest.values()) {
        number++;
        Known before = known.get(attempt.id().trial());
        boolean settled =
            before != null && before.attempt().equals(attempt) && attempt.end().isPresent();
        if (!settled) {
          TrialRow row = row(standing, attempt, number);
          if (before == null || !before.row().equals(row)) {
            news.add(row);
          }
          known.put(attempt.id().trial(), new Known(attempt, row));
        }
      }
      return news;
    }

    private TrialRow row(Standing standing, Attempt attempt, int number) {
      String key = attempt.id().trial();
      TrialSpec trial = standing.study().trials().get(key);
      Optional<TrialPlace> place = places.of(key);
      Optional<Design> design = place.flatMap(TrialPlace::design);
      Optional<TrialOutcome> outcome = attempt.end().map(Attempt.End::outcome);
      return new TrialRow(
          key,
          number,
          place.map(TrialPlace::stage).map(StageNames::of).orElse(NOTHING),
          place.map(TrialPlace::candidate).orElse(NOTHING),
          trial == null ? NOTHING : trial.task().name(),
          design.map(d -> d.grouping().toString()).orElse(NOTHING),
          design.map(d -> d.allocation().pattern().label()).orElse(NOTHING),
          design.map(d -> d.tuned().toString()).orElse(NOTHING),
          design.map(d -> d.assignment().toString()).orElse(NOTHING),
          parameters(standing, trial),
          outcome.map(Rows::score).orElse(OptionalDouble.empty()),
          time(attempt),
          state(standing, attempt),
          outcome);
    }

    private static long parameters(Standing standing, @Nullable TrialSpec trial) {
      if (trial == null) {
        return 0;
      }
      var shape = standing.study().plan().subject().shape();
      return switch (trial.tuning()) {
        case Tuning.Full() -> shape.parameters();
        case Tuning.Modules modules -> ParameterCount.of(modules.plan(), shape);
      };
    }

    private static OptionalDouble score(TrialOutcome outcome) {
      return outcome instanceof TrialOutcome.Scored scored
          ? OptionalDouble.of(scored.score())
          : OptionalDouble.empty();
    }

    /// A training that runs shows no time, for its row would change at every look.
    private static Duration time(Attempt attempt) {
      Optional<Instant> end = attempt.end().map(Attempt.End::at);
      return end.map(at -> Duration.between(attempt.begun(), at)).orElse(Duration.ZERO);
    }

    private static String state(Standing standing, Attempt attempt) {
      if (attempt.end().isPresent()) {
        return OutcomeWords.state(attempt.end().get().outcome());
      }
      return Texts.of(
          standing.isTraining(attempt) ? "outcome.state.running" : "outcome.state.interrupted");
    }
  }
}
