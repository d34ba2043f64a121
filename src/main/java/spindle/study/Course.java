package spindle.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an engine works on: one path of a study, its stages and then its confirmation.
///
/// Everything it answers follows from what is recorded.
final class Course {

  private final StudyOwner owner;
  private final Ledger ledger;
  private final Study study;
  private final Optional<Confirmation> confirmation;
  private final List<TrialSpec> retried;
  private StudyPath path;

  /// Takes up a path as it is recorded now.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  Course(StudyOwner owner, String name) {
    this.owner = owner;
    this.ledger = new Ledger(owner);
    this.study = new Study(owner.plan(), ledger);
    this.path = owner.path(name);
    this.confirmation =
        owner.confirmation(name).flatMap(plan -> Confirmation.of(study, path, plan));
    this.retried =
        owner.attempts().stream()
            .filter(attempt -> attempt.weight() == Attempt.Weight.SET_ASIDE)
            .map(attempt -> attempt.id().trial())
            .distinct()
            .flatMap(key -> owner.trial(key).stream())
            .toList();
  }

  String name() {
    return path.name();
  }

  /// Returns what is to be done next: trials that the user wants to see tried again, then the open
  /// stage, then the confirmation.
  Step next(Set<String> running, int slots) {
    List<TrialSpec> again =
        retried.stream()
            .filter(trial -> study.outcome(trial).isEmpty())
            .map(trial -> Retries.next(trial, ledger.attempts(trial.id())))
            .toList();
    if (Step.training(again, running, slots) instanceof Step.Train train) {
      return train;
    }
    Step step = study.next(path, running, slots);
    return switch (step) {
      case Step.Done _ -> confirmation.map(test -> test.next(running, slots)).orElse(step);
      case Step.Train _, Step.Await _, Step.Decide _ -> step;
    };
  }

  /// Takes note of an end that was recorded.
  void ended(String key, TrialOutcome outcome) {
    ledger.add(key, outcome);
  }

  /// Decides the open stage by its data and records that.
  ///
  /// @throws IllegalStateException if nothing of it was measured
  Decision decide() {
    StudyPath decided = study.keep(path);
    Decision decision = decided.decisions().getLast();
    owner.together(() -> {
      owner.save(decided);
      owner.log(StudyEvent.Level.NOTE, Orders.sentence(decision));
    });
    path = decided;
    return decision;
  }

  StudyPath path() {
    return path;
  }

  /// Returns the names of the places where the work stands, for a person.
  String where() {
    List<Decision> taken = path.decisions();
    return path.open(study.plan())
        .map(stage -> "stage " + stage.kind().id() + " of path " + path.name())
        .orElse("path " + path.name() + ", all of its " + taken.size() + " stages decided");
  }
}
