package spindle.study;

import spindle.design.Admission;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.DesignException;
import spindle.design.DesignSpace;
import spindle.design.Solution;
import spindle.study.ScoreTable.Pairing;

/// The designs of a study, each a function of the plan's seed and of names alone.
///
/// A design is drawn from one stream of random numbers for each dimension, named by seed, stage,
/// draw and dimension. The candidate is not in the name if draws are matched: draw 7 of two
/// candidates then differs only in the dimension under test, as far as the budget allows. It is in
/// the name if candidates are drawn independently.
///
/// Designs are remembered, as finding one that the budget pays for may take thousands of draws.
/// Safe for use by several threads.
public final class Draws {

  private final StudyPlan plan;
  private final Admission admission;

  /// Makes the draws of a plan.
  public Draws(StudyPlan plan) {
    Subject subject = plan.subject();
    this.plan = plan;
    this.admission =
        Admission.affordable(subject.shape(), subject.parameters(), subject.spending());
  }

  /// Returns a draw of a candidate.
  ///
  /// @param space what is decided so far
  /// @param draw number of the draw, from 0
  public Draw of(DesignSpace space, Candidate candidate, int draw) {
    StageKind kind = candidate.constraint().kind();
    Seed stage = plan.seed().with("stage", kind.id());
    Seed base =
        switch (plan.protocol().sampling().pairing()) {
          case Pairing.PAIRED -> stage;
          case Pairing.INDEPENDENT -> stage.with("candidate", candidate.name());
        };
    return of(candidate.constraint().within(space), base.with("draw", draw));
  }

  /// Returns the design of a space that a seed leads to.
  Draw of(DesignSpace space, Seed seed) {
    try {
      Design design = space.sample(name -> seed.with("dimension", name).generator(), admission);
      return solved(design);
    } catch (DesignException e) {
      return new Draw.Impossible(String.valueOf(e.getMessage()));
    }
  }

  private Draw solved(Design design) {
    Subject subject = plan.subject();
    return switch (BudgetSolver.solve(
        design, subject.shape(), subject.parameters(), subject.spending())) {
      case Solution.Feasible feasible -> new Draw.Drawn(design, feasible);
      case Solution.Infeasible infeasible ->
          new Draw.Impossible(String.join(" ", infeasible.reasons()));
    };
  }
}
