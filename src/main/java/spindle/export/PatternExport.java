package spindle.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spindle.design.Budget;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.Solution;
import spindle.json.DesignFile;
import spindle.json.Json;
import spindle.study.Decision;
import spindle.study.Pattern;
import spindle.study.Race;
import spindle.study.StageKind;
import spindle.study.Standing;
import spindle.study.Study;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;

/// Makes pattern files of studies.
public final class PatternExport {

  private PatternExport() {}

  /// Writes the pattern of a path to a file, which is complete or not there at all.
  ///
  /// @throws IllegalArgumentException if the path has no pattern yet, naming what is open
  /// @throws spindle.json.JsonException if the file cannot be written
  public static void write(Study study, StudyPath path, Path file) {
    Json.write(file, of(study.plan(), path));
  }

  /// Returns the pattern of a path.
  ///
  /// @throws IllegalArgumentException if the path has no pattern yet, naming what is open
  public static PatternFile of(StudyPlan plan, StudyPath path) {
    Design design =
        switch (Pattern.of(plan, path)) {
          case Pattern.Complete(Design found) -> found;
          case Pattern.Incomplete(List<StageKind> missing) ->
              throw new IllegalArgumentException(
                  "path %s has no pattern yet; open: %s"
                      .formatted(
                          path.name(),
                          String.join(", ", missing.stream().map(StageKind::id).toList())));
        };
    Subject subject = plan.subject();
    Solution.Feasible solution =
        switch (BudgetSolver.solve(
            design, subject.shape(), subject.parameters(), subject.spending())) {
          case Solution.Feasible feasible -> feasible;
          case Solution.Infeasible infeasible ->
              throw new IllegalArgumentException(
                  "the budget does not pay for the pattern "
                      + design
                      + ": "
                      + String.join(" ", infeasible.reasons()));
        };
    Budget budget = subject.budget();
    return new PatternFile(
        PatternFile.SCHEMA_VERSION,
        new PatternFile.Host(subject.backbone(), subject.shape()),
        new PatternFile.Use(
            budget.fraction(), subject.parameters(), solution.actual(), subject.spending()),
        plan.groups(),
        new PatternFile.Training(
            subject.tasks().stream().map(PatternExport::name).toList(), subject.settings()),
        new PatternFile.Comparing(plan.protocol().sampling(), plan.protocol().criterion()),
        plan.seed().value(),
        path.name(),
        path.decisions().stream().map(PatternExport::choice).toList(),
        new DesignFile(design, Optional.of(solution.plan())));
  }

  private static String name(StudyTask task) {
    return task.source().name();
  }

  private static PatternFile.Choice choice(Decision decision) {
    String stage = decision.stage().kind().id();
    String verdict = decision.evidence().sentence();
    List<PatternFile.Evidence> evidence =
        decision.evidence().standings().stream().map(PatternExport::evidence).toList();
    return switch (decision.basis()) {
      case Decision.Basis.Kept() ->
          new PatternFile.Choice(
              stage,
              decision.chosen(),
              PatternFile.Basis.KEPT,
              Optional.empty(),
              verdict,
              evidence);
      case Decision.Basis.Overridden(String reason) ->
          new PatternFile.Choice(
              stage,
              decision.chosen(),
              PatternFile.Basis.OVERRIDDEN,
              Optional.of(reason),
              verdict,
              evidence);
    };
  }

  /// Returns what was measured of a candidate.
  public static PatternFile.Evidence evidence(Standing standing) {
    return new PatternFile.Evidence(
        standing.candidate(),
        standing.designs(),
        standing.value(),
        standing.interval(),
        standing.probabilityBest(),
        standing.behind().map(Standing.Lead::difference),
        standing.behind().map(Standing.Lead::interval),
        standing.dropped().map(Race.Dropped::round));
  }
}
