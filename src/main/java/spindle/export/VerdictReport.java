package spindle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spindle.study.Confirmation;
import spindle.study.ConfirmationResult;
import spindle.study.Decision;
import spindle.study.Interval;
import spindle.study.Ledger;
import spindle.study.Pattern;
import spindle.study.Standing;
import spindle.study.Study;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.study.Verdict;

/// What a path has found so far, stage by stage.
///
/// @param path name of the path
/// @param state whether all stages are decided
/// @param stages the decided ones in their order, then the open one
/// @param pattern the design that the decisions give, if they are complete
/// @param confirmation what the confirmation found, the pattern first; empty if there is none
public record VerdictReport(
    String path,
    State state,
    List<Stage> stages,
    Optional<String> pattern,
    List<Contender> confirmation) {

  /// Copies the lists.
  public VerdictReport {
    stages = List.copyOf(stages);
    confirmation = List.copyOf(confirmation);
  }

  /// How far a path or stage has come.
  public enum State {
    /// Not decided.
    OPEN,
    /// Decided by the data.
    KEPT,
    /// Decided by the user.
    OVERRIDDEN,
    /// Every stage of the path is decided.
    DECIDED
  }

  /// A stage.
  ///
  /// @param stage name of the dimension
  /// @param state how far it has come
  /// @param chosen name of the candidate, if it is decided
  /// @param reason of an override
  /// @param verdict what the data say now, in a sentence
  /// @param candidates those that were measured
  public record Stage(
      String stage,
      State state,
      Optional<String> chosen,
      Optional<String> reason,
      String verdict,
      List<PatternFile.Evidence> candidates) {
    /// Copies the list.
    public Stage {
      candidates = List.copyOf(candidates);
    }
  }

  /// A contender of the confirmation.
  ///
  /// @param name such as `pattern` or `LoRA`
  /// @param seeds with a score
  /// @param mean over seeds and tasks
  /// @param interval of the mean, 95 %
  /// @param ahead how far the pattern is ahead of it; missing for the pattern itself
  /// @param aheadInterval of that, 95 %
  /// @param tasks mean of each task
  public record Contender(
      String name,
      int seeds,
      double mean,
      Interval interval,
      Optional<Double> ahead,
      Optional<Interval> aheadInterval,
      Map<String, Double> tasks) {}

  /// Returns the report on a path, by what is recorded now.
  public static VerdictReport of(StudyRecords records, StudyPath path) {
    Study study = new Study(records.plan(), new Ledger(records));
    List<Stage> stages = new ArrayList<>();
    for (Decision decision : path.decisions()) {
      stages.add(decided(decision, study.decided(path, decision).verdict()));
    }
    study
        .open(path)
        .ifPresent(open -> {
          Verdict verdict = open.verdict();
          stages.add(
              new Stage(
                  open.stage().kind().id(),
                  State.OPEN,
                  Optional.empty(),
                  Optional.empty(),
                  verdict.sentence(),
                  evidence(verdict)));
        });
    Optional<String> pattern =
        Pattern.of(records.plan(), path) instanceof Pattern.Complete(var design)
            ? Optional.of(design.toString())
            : Optional.empty();
    State state = path.open(records.plan()).isPresent() ? State.OPEN : State.DECIDED;
    return new VerdictReport(
        path.name(), state, stages, pattern, confirmation(records, study, path));
  }

  private static Stage decided(Decision decision, Verdict now) {
    String stage = decision.stage().kind().id();
    Optional<String> chosen = Optional.of(decision.chosen());
    return switch (decision.basis()) {
      case Decision.Basis.Kept() ->
          new Stage(stage, State.KEPT, chosen, Optional.empty(), now.sentence(), evidence(now));
      case Decision.Basis.Overridden(String reason) ->
          new Stage(
              stage, State.OVERRIDDEN, chosen, Optional.of(reason), now.sentence(), evidence(now));
    };
  }

  private static List<PatternFile.Evidence> evidence(Verdict verdict) {
    return verdict.standings().stream().map(PatternExport::evidence).toList();
  }

  private static List<Contender> confirmation(StudyRecords records, Study study, StudyPath path) {
    return records
        .confirmation(path.name())
        .flatMap(plan -> Confirmation.of(study, path, plan))
        .map(test -> test.result().contenders().stream().map(VerdictReport::contender).toList())
        .orElse(List.of());
  }

  private static Contender contender(ConfirmationResult.Confirmed one) {
    return new Contender(
        one.name(),
        one.repetitions(),
        one.mean(),
        one.interval(),
        one.ahead().map(Standing.Lead::difference),
        one.ahead().map(Standing.Lead::interval),
        new TreeMap<>(one.tasks()));
  }
}
