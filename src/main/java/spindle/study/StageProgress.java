package spindle.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import spindle.design.DesignSpace;

/// How far a stage has come: its designs, their trials and scores, and what follows from them.
///
/// Derived from plan, decisions and recorded trials alone, at the moment it is made.
public final class StageProgress {

  private final Stage stage;
  private final Map<Slot, Entry> entries = new LinkedHashMap<>();
  private final ScoreTable table;
  private final Race race;
  private final List<TrialSpec> wanted;
  private final Racing racing;
  private final Seed seed;

  /// Derives the progress.
  ///
  /// @param space what was decided before the stage
  StageProgress(Study study, DesignSpace space, Stage stage) {
    this.stage = stage;
    this.racing = study.racing();
    this.seed = study.plan().seed().with("stage", stage.kind().id());
    var sheet = new Sheet(study, space);
    Replay replay = new Replay(racing, sheet.table().names());
    ScoreTable scores = sheet.table();
    Race at = replay.on(scores);
    int reached = 0;
    for (int look : racing.looks()) {
      if (at.state() != Race.State.SAMPLING || at.round() < reached) {
        break;
      }
      sheet.extend(at.racing(), reached, look);
      scores = sheet.table();
      at = replay.on(scores);
      reached = look;
    }
    this.table = scores;
    this.race = at;
    this.wanted = sheet.wanted(at);
  }

  /// Returns the stage.
  public Stage stage() {
    return stage;
  }

  /// Returns where the candidates stand.
  public Race race() {
    return race;
  }

  /// Returns the scores so far, those beyond the last look included.
  public ScoreTable table() {
    return table;
  }

  /// Returns the trials to be made before the next look, in the order in which they should start;
  /// empty once the stage has been sampled to its end.
  public List<TrialSpec> wanted() {
    return wanted;
  }

  /// Returns every design of the stage up to the next look, by draw and then by candidate: the same
  /// list whatever the order in which trials ended.
  public List<Entry> entries() {
    return entries.values().stream()
        .sorted(
            Comparator.<Entry>comparingInt(entry -> entry.slot().draw())
                .thenComparingInt(entry -> table.names().indexOf(entry.slot().candidate())))
        .toList();
  }

  /// Returns what the scores show. The intervals take thousands of resamples, some milliseconds.
  public Verdict verdict() {
    return Verdict.of(racing, race, table, seed);
  }

  /// Fills the stage's entries and scores.
  private final class Sheet {

    private final Study study;
    private final DesignSpace space;
    private final Map<String, TreeMap<Integer, Double>> scores = new HashMap<>();
    private final Map<String, TreeSet<Integer>> unscored = new HashMap<>();

    Sheet(Study study, DesignSpace space) {
      this.study = study;
      this.space = space;
    }

    void extend(List<String> candidates, int from, int to) {
      for (String name : candidates) {
        for (int draw = from; draw < to; draw++) {
          add(stage.candidate(name), draw);
        }
      }
    }

    private void add(Candidate candidate, int number) {
      Entry entry = study.entry(space, candidate, number);
      Slot slot = entry.slot();
      entries.put(slot, entry);
      switch (study.measured(entry)) {
        case Trials.Measured.Open() -> {}
        case Trials.Measured.Unscored() ->
            unscored.computeIfAbsent(slot.candidate(), _ -> new TreeSet<>()).add(number);
        case Trials.Measured.Scored(double score) ->
            scores.computeIfAbsent(slot.candidate(), _ -> new TreeMap<>()).put(number, score);
      }
    }

    ScoreTable table() {
      List<CandidateScores> rows = new ArrayList<>();
      for (Candidate candidate : stage.candidates()) {
        String name = candidate.name();
        rows.add(
            new CandidateScores(
                name,
                Optional.ofNullable(scores.get(name)).orElseGet(TreeMap::new),
                Optional.ofNullable(unscored.get(name)).orElseGet(TreeSet::new)));
      }
      return new ScoreTable(racing.plan().pairing(), rows);
    }

    List<TrialSpec> wanted(Race at) {
      Map<String, TrialSpec> byId = new LinkedHashMap<>();
      for (Slot slot : at.wanted()) {
        Entry entry = entries.get(slot);
        if (entry != null) {
          study.open(entry.trials()).forEach(trial -> byId.putIfAbsent(trial.id(), trial));
        }
      }
      return List.copyOf(byId.values());
    }
  }
}
