package spindle.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.design.DesignSpace;
import spindle.design.Tuning;

/// The control of a study: the best of as many random designs as the study trained.
///
/// Designs come from S0, where every layer is on its own. They are trained and scored like those of
/// the stages, and the best one competes in the confirmation.
final class RandomSearch {

  private final Study study;
  private final List<Entry> entries;

  /// Draws the designs.
  RandomSearch(Study study, int designs) {
    this.study = study;
    StudyPlan plan = study.plan();
    Seed seed = plan.seed().with("control", "random search");
    DesignSpace space =
        DesignSpace.s0(plan.subject().shape().layers()).with(plan.subject().options());
    this.entries =
        IntStream.range(0, designs)
            .mapToObj(number -> {
              Draw draw = study.draws().of(space, seed.with("draw", number));
              Slot slot = new Slot("random search", number);
              return new Entry(slot, draw, study.trials(draw, number));
            })
            .toList();
  }

  List<Confirmation.Run> runs() {
    return entries.stream()
        .map(entry ->
            new Confirmation.Run(entry.slot().candidate(), entry.slot().draw(), entry.trials()))
        .toList();
  }

  List<TrialSpec> wanted() {
    return entries.stream().flatMap(entry -> study.open(entry.trials()).stream()).toList();
  }

  /// The best design; empty while some are being trained, and if none has a score.
  Optional<Contender> best() {
    if (!wanted().isEmpty()) {
      return Optional.empty();
    }
    return entries.stream()
        .filter(entry -> score(entry).isPresent())
        .max(Comparator.comparingDouble(entry -> score(entry).orElseThrow()))
        .map(entry -> new Contender.Ready("random search", tuning(entry)));
  }

  private Optional<Double> score(Entry entry) {
    return study.measured(entry) instanceof Trials.Measured.Scored(double score)
        ? Optional.of(score)
        : Optional.empty();
  }

  private static Tuning tuning(Entry entry) {
    return entry.trials().getFirst().tuning();
  }
}
