package spindle.design;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// One design of a space, drawn dimension by dimension, whose allocation can be drawn again.
final class DesignSampler {

  /// Allocations tried for one design before all dimensions are drawn again.
  static final int ALLOCATIONS = 5000;

  /// Designs tried before the space is called infeasible.
  static final int DESIGNS = 20;

  private final DesignSpace space;
  private final LayerGrouping grouping;
  private final TunedGroups tuned;
  private final Assignment assignment;
  private final RandomGenerator allocations;

  /// Draws all dimensions but the allocation.
  DesignSampler(DesignSpace space, Function<String, RandomGenerator> streams) {
    this.space = space;
    grouping = space.grouping().sample(space.layers(), streams.apply("grouping"));
    tuned = space.tuned().sample(space.groups(), streams.apply("tuned"));
    assignment = space.assignment().sample(space.groups(), streams);
    allocations = streams.apply("allocation");
  }

  /// Draws an allocation and returns the design that has it.
  Design draw() {
    Allocation allocation = space.allocation().sample(space.layers(), allocations);
    return new Design(grouping, allocation, tuned, assignment, space.options());
  }

  static Design admitted(
      DesignSpace space, Function<String, RandomGenerator> streams, Admission admission) {
    int allocations = space.allocation().isRandom() ? ALLOCATIONS : 1;
    String reason = "";
    for (int attempt = 0; attempt < DESIGNS; attempt++) {
      String suffix = attempt == 0 ? "" : "#" + attempt;
      DesignSampler sampler = new DesignSampler(space, name -> streams.apply(name + suffix));
      for (int redraw = 0; redraw < allocations; redraw++) {
        Design design = sampler.draw();
        Optional<Admission.Objection> objection = admission.objection(design);
        if (objection.isEmpty()) {
          return design;
        }
        if (attempt == DESIGNS - 1 && redraw == allocations - 1) {
          reason = design + ": " + objection.get().words();
        }
      }
    }
    throw new DesignException(
        "no design of the space is admitted in %d draws; the last was %s"
            .formatted(DESIGNS * allocations, reason));
  }
}
