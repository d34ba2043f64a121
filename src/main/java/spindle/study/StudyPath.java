package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spindle.design.DesignSpace;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// One way through the dimensions of a study: the decisions taken, and candidates that the user
/// added.
///
/// A decision is never changed. To change it, fork before it: all paths share what was measured.
///
/// @param name unique in its study
/// @param parent the path that it was forked from, if any
/// @param edited stages whose candidates differ from the presets, at most one of each dimension
/// @param decisions in the order in which they were taken
public record StudyPath(
    String name, Optional<String> parent, List<Stage> edited, List<Decision> decisions) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if the name is blank or a dimension is edited or decided
  ///   twice
  public StudyPath {
    edited = List.copyOf(edited);
    decisions = List.copyOf(decisions);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a path needs a name");
    }
    if (edited.stream().map(Stage::kind).distinct().count() < edited.size()
        || decisions.stream().map(d -> d.stage().kind()).distinct().count() < decisions.size()) {
      throw new IllegalArgumentException("path " + name + " has a dimension twice");
    }
  }

  /// Returns the path that every study begins with.
  public static StudyPath main() {
    return new StudyPath("main", Optional.empty(), List.of(), List.of());
  }

  /// Returns the space that the decisions leave.
  public DesignSpace space(StudyPlan plan) {
    DesignSpace space = plan.space();
    for (Decision decision : decisions) {
      space = decision.candidate().constraint().within(space);
    }
    return space;
  }

  /// Returns the stage that is to be decided next, in the plan's order; empty if all are.
  ///
  /// The strategies of a group that is known to be frozen are passed over.
  public Optional<Stage> open(StudyPlan plan) {
    DesignSpace space = space(plan);
    return plan.order().stream()
        .filter(kind -> decision(kind).isEmpty() && matters(kind, space))
        .findFirst()
        .map(kind -> stage(kind, plan));
  }

  /// Returns the decision of a dimension, if it was taken.
  public Optional<Decision> decision(StageKind kind) {
    return decisions.stream().filter(decision -> decision.stage().kind().equals(kind)).findFirst();
  }

  /// Returns the path with other candidates in a dimension that is still open.
  ///
  /// @throws IllegalArgumentException if it is decided, or a candidate admits no design of the
  ///   space or changes the number of groups
  public StudyPath with(Stage stage, StudyPlan plan) {
    if (decision(stage.kind()).isPresent()) {
      throw new IllegalArgumentException(
          "stage " + stage.kind().id() + " is decided; fork the path before it");
    }
    for (Candidate candidate : stage.candidates()) {
      if (candidate.constraint().within(space(plan)).groups() != plan.groups()) {
        throw new IllegalArgumentException(
            candidate.name() + " does not have " + plan.groups() + " groups");
      }
    }
    List<Stage> stages = new ArrayList<>(edited);
    stages.removeIf(other -> other.kind().equals(stage.kind()));
    stages.add(stage);
    return new StudyPath(name, parent, stages, decisions);
  }

  /// Returns the path with one more decision.
  ///
  /// @throws IllegalArgumentException if the dimension is decided already
  public StudyPath with(Decision decision) {
    List<Decision> more = new ArrayList<>(decisions);
    more.add(decision);
    return new StudyPath(name, parent, edited, more);
  }

  /// Returns a new path that goes another way from a dimension on: decisions taken before it are
  /// kept, it and the later ones are open. The candidates of every dimension stay as they were.
  ///
  /// @param from the dimension, decided in this path
  /// @throws IllegalArgumentException if it is not decided
  public StudyPath fork(String name, StageKind from) {
    Decision changed =
        decision(from)
            .orElseThrow(
                () -> new IllegalArgumentException("stage " + from.id() + " is not decided"));
    List<Decision> kept = decisions.subList(0, decisions.indexOf(changed));
    List<Stage> stages = new ArrayList<>(edited);
    for (Decision decision : decisions) {
      if (stages.stream().noneMatch(stage -> stage.kind().equals(decision.stage().kind()))) {
        stages.add(decision.stage());
      }
    }
    return new StudyPath(name, Optional.of(this.name), stages, kept);
  }

  /// Returns the path as it was before a dimension was decided, dimension and later ones open.
  StudyPath before(StageKind kind) {
    List<Decision> kept =
        decisions.stream().takeWhile(decision -> !decision.stage().kind().equals(kind)).toList();
    return new StudyPath(name, parent, edited, kept);
  }

  /// Returns a dimension with the candidates that it has, or would have, on this path.
  public Stage stage(StageKind kind, StudyPlan plan) {
    return edited.stream()
        .filter(stage -> stage.kind().equals(kind))
        .findFirst()
        .orElseGet(() -> Presets.stage(kind, plan.stacking(), plan.protocol().presets()));
  }

  private static boolean matters(StageKind kind, DesignSpace space) {
    return !(kind instanceof StageKind.Strategies(int group)
        && space.tuned() instanceof TunedChoice.Fixed(TunedGroups tuned)
        && !tuned.contains(group));
  }
}
