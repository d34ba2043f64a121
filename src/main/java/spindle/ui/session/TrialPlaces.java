package spindle.ui.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.design.Design;
import spindle.study.Confirmation;
import spindle.study.Decision;
import spindle.study.Draw;
import spindle.study.Entry;
import spindle.study.Slot;
import spindle.study.StageProgress;
import spindle.study.StudyPath;
import spindle.study.TrialSpec;

/// Where each trial of a study belongs, kept from snapshot to snapshot and completed as the study
/// goes on. Used by one thread.
public final class TrialPlaces {

  private static final String CONFIRMATION = "confirmation";

  private final Map<String, TrialPlace> places = new HashMap<>();
  private List<StudyPath> paths = List.of();

  /// Takes note of a snapshot.
  public void take(StudySnapshot study) {
    if (!study.paths().equals(paths)) {
      paths = study.paths();
      paths.forEach(path -> addDecided(study, path));
    }
    for (StudyPath path : paths) {
      study.study().open(path).ifPresent(this::add);
      Optional.ofNullable(study.confirmations().get(path.name()))
          .flatMap(plan -> Confirmation.of(study.study(), path, plan))
          .ifPresent(this::add);
    }
  }

  private void addDecided(StudySnapshot study, StudyPath path) {
    for (Decision decision : path.decisions()) {
      add(study.study().decided(path, decision));
    }
  }

  private void add(StageProgress progress) {
    for (Entry entry : progress.entries()) {
      Slot slot = entry.slot();
      String name = CandidateNames.of(progress.stage().candidate(slot.candidate()));
      Optional<Design> design =
          switch (entry.draw()) {
            case Draw.Drawn drawn -> Optional.of(drawn.design());
            case Draw.Impossible _ -> Optional.empty();
          };
      for (TrialSpec trial : entry.trials()) {
        places.putIfAbsent(
            trial.id(),
            new TrialPlace(
                progress.stage().kind().id(), name, slot.draw(), design, trial.task().name()));
      }
    }
  }

  private void add(Confirmation confirmation) {
    for (Confirmation.Run run : confirmation.runs()) {
      for (TrialSpec trial : run.trials()) {
        places.putIfAbsent(
            trial.id(),
            new TrialPlace(
                CONFIRMATION,
                CandidateNames.capitalised(run.contender()),
                run.repetition(),
                Optional.empty(),
                trial.task().name()));
      }
    }
  }

  /// Returns where a trial belongs; empty if no stage asks for it any more.
  ///
  /// @param trial its name
  public Optional<TrialPlace> of(String trial) {
    return Optional.ofNullable(places.get(trial));
  }

  /// Returns what the user knows a trial by.
  ///
  /// @param trial its name
  public String label(String trial) {
    return of(trial).map(TrialPlace::label).orElseGet(() -> trial.substring(0, 8));
  }
}
