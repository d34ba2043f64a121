package spindle.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spindle.design.Design;

/// A trial in the table of a study, at the first place where the study asks for it.
///
/// @param path name of the path
/// @param stage `grouping` and so on, or `confirmation`
/// @param candidate name of the candidate or contender
/// @param draw number of the draw or repetition, from 0
/// @param design the design, without sizes; empty for a contender that is none
/// @param trial what was trained
/// @param outcome how it ended
public record StudyRow(
    String path,
    String stage,
    String candidate,
    int draw,
    Optional<Design> design,
    TrialSpec trial,
    TrialOutcome outcome) {

  /// Returns the table of a study: every trial that has ended, once, in the order of paths, stages,
  /// draws, candidates and tasks.
  ///
  /// The order and the rows depend on what is recorded, not on when or where it was trained.
  public static List<StudyRow> table(StudyRecords records) {
    Map<String, ConfirmationPlan> confirmations = new HashMap<>();
    records
        .paths()
        .forEach(path ->
            records
                .confirmation(path.name())
                .ifPresent(plan -> confirmations.put(path.name(), plan)));
    return table(new Study(records.plan(), new Ledger(records)), records.paths(), confirmations);
  }

  /// Returns the table of a study, as [#table(StudyRecords)].
  ///
  /// @param confirmations how paths are confirmed, by path
  public static List<StudyRow> table(
      Study study, List<StudyPath> paths, Map<String, ConfirmationPlan> confirmations) {
    Table table = new Table(study);
    for (StudyPath path : paths) {
      for (Decision decision : path.decisions()) {
        table.add(path, study.decided(path, decision));
      }
      study.open(path).ifPresent(progress -> table.add(path, progress));
      Optional.ofNullable(confirmations.get(path.name()))
          .flatMap(plan -> Confirmation.of(study, path, plan))
          .ifPresent(test -> table.add(path, test));
    }
    return List.copyOf(table.rows);
  }

  /// Gathers the rows.
  private static final class Table {

    private final Study study;
    private final Set<String> seen = new HashSet<>();
    private final List<StudyRow> rows = new ArrayList<>();

    Table(Study study) {
      this.study = study;
    }

    void add(StudyPath path, StageProgress progress) {
      String stage = progress.stage().kind().id();
      for (Entry entry : progress.entries()) {
        add(path.name(), stage, entry);
      }
    }

    void add(StudyPath path, Confirmation confirmation) {
      for (Confirmation.Run run : confirmation.runs()) {
        for (TrialSpec trial : run.trials()) {
          add(
              new Place(path.name(), "confirmation", run.contender(), run.repetition()),
              Optional.empty(),
              trial);
        }
      }
    }

    private void add(String path, String stage, Entry entry) {
      Optional<Design> design =
          switch (entry.draw()) {
            case Draw.Drawn drawn -> Optional.of(drawn.design());
            case Draw.Impossible _ -> Optional.empty();
          };
      Slot slot = entry.slot();
      for (TrialSpec trial : entry.trials()) {
        add(new Place(path, stage, slot.candidate(), slot.draw()), design, trial);
      }
    }

    private void add(Place place, Optional<Design> design, TrialSpec trial) {
      Optional<TrialOutcome> outcome = study.outcome(trial);
      if (outcome.isPresent() && seen.add(trial.id())) {
        rows.add(
            new StudyRow(
                place.path(),
                place.stage(),
                place.candidate(),
                place.draw(),
                design,
                trial,
                outcome.get()));
      }
    }

    private record Place(String path, String stage, String candidate, int draw) {}
  }
}
