package spindle.ui.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spindle.design.Stacking;
import spindle.study.Criterion;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.SamplingPlan;
import spindle.study.StageKind;
import spindle.ui.Texts;

/// Reads from the form what is decided, in which order, and how candidates are compared.
final class ProtocolReader {

  private final FieldReader fields;

  ProtocolReader(FieldReader fields) {
    this.fields = fields;
  }

  /// Returns how candidates are compared, if nothing is wrong with it.
  Optional<Protocol> protocol() {
    Optional<SamplingPlan> sampling = sampling();
    Optional<Criterion> criterion = criterion();
    SetupOptions.Judging judging = fields.values().options().judging();
    return sampling.flatMap(plan ->
        criterion.map(by -> new Protocol(plan, by, judging.diverged(), judging.candidates())));
  }

  /// Returns the order of the stages, if each of them can be there.
  Optional<List<StageKind>> order(Stacking stacking) {
    Optional<List<StageKind>> order =
        fields.optional(SetupField.ORDER).isEmpty()
            ? Optional.of(StageKind.paper(stacking.groups()))
            : fields.read(SetupField.ORDER, text -> order(text, stacking.groups()));
    return order.filter(stages -> haveCandidates(stages, stacking));
  }

  private static List<StageKind> order(String text, int groups) {
    List<StageKind> stages =
        Stream.of(text.split(",")).map(String::strip).map(StageKind::parse).toList();
    if (new HashSet<>(stages).size() < stages.size()) {
      throw new IllegalArgumentException(Texts.of("setup.order.twice"));
    }
    for (StageKind stage : stages) {
      if (stage instanceof StageKind.Strategies(int group) && group >= groups) {
        throw new IllegalArgumentException(Texts.of("setup.order.group", stage.id(), groups));
      }
    }
    return stages;
  }

  private boolean haveCandidates(List<StageKind> stages, Stacking stacking) {
    Presets.Extent extent = fields.values().options().judging().candidates();
    return fields
        .read(
            SetupField.GROUPS,
            _ -> stages.stream().map(kind -> Presets.stage(kind, stacking, extent)).toList())
        .isPresent();
  }

  private Optional<SamplingPlan> sampling() {
    Optional<Integer> draws = fields.number(SetupField.DRAWS, 2);
    Optional<Double> sure =
        fields.decimal(
            SetupField.CONFIDENCE, x -> x > 0.5 && x < 1, Texts.of("setup.confidence.range"));
    return switch (fields.values().options().sampling()) {
      case PAPER ->
          draws.flatMap(most -> sure.map(confidence -> new SamplingPlan.Paper(most, confidence)));
      case PAIRED -> {
        Optional<Integer> first = fields.number(SetupField.FIRST, 4);
        Optional<Integer> every = fields.number(SetupField.EVERY, 1);
        if (!Stream.of(draws, sure, first, every).allMatch(Optional::isPresent)) {
          yield Optional.empty();
        }
        int most = Math.max(4, draws.get());
        int least = Math.min(first.get(), most);
        yield fields.read(
            SetupField.EVERY, _ -> new SamplingPlan.Paired(most, least, every.get(), sure.get()));
      }
    };
  }

  private Optional<Criterion> criterion() {
    return switch (fields.values().options().judging().criterion()) {
      case MEAN -> Optional.of(new Criterion.Mean());
      case TOP_DECILE -> Optional.of(new Criterion.TopDecileMean());
      case BEST_OF -> fields.number(SetupField.BEST, 1).map(Criterion.BestOf::new);
    };
  }
}
