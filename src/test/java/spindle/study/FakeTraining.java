package spindle.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import spindle.design.PeftModule;
import spindle.design.Strategy;
import spindle.design.Tuning;
import spindle.task.Metric;

/// A log that trains by a formula and ends trials in an order of chance.
///
/// A score is better the more layers have LoRA, best in the middle of the network, and has noise
/// that depends on the trial alone.
final class FakeTraining implements TrialLog {

  final Map<String, List<TrialOutcome>> ended = new LinkedHashMap<>();
  final Map<String, TrialSpec> running = new LinkedHashMap<>();
  private final RandomGenerator order;
  private final int slots;

  FakeTraining(RandomGenerator order, int slots) {
    this.order = order;
    this.slots = slots;
  }

  @Override
  public List<TrialOutcome> attempts(String key) {
    return ended.getOrDefault(key, List.of());
  }

  /// Runs a path until no stage is open, keeping what the data say.
  StudyPath run(Study study, StudyPath from) {
    StudyPath path = from;
    while (true) {
      Step step = study.next(path, running.keySet(), slots - running.size());
      switch (step) {
        case Step.Train(List<TrialSpec> trials) -> trials.forEach(t -> running.put(t.id(), t));
        case Step.Await() -> endOne();
        case Step.Decide _ -> path = study.keep(path);
        case Step.Done() -> {
          return path;
        }
      }
    }
  }

  /// Ends one running trial.
  void endOne() {
    List<String> ids = new ArrayList<>(running.keySet());
    String id = ids.get(order.nextInt(ids.size()));
    TrialSpec trial = Objects.requireNonNull(running.remove(id));
    ended.computeIfAbsent(id, _ -> new ArrayList<>()).add(outcome(trial));
  }

  Set<String> trained() {
    return ended.keySet().stream().collect(Collectors.toUnmodifiableSet());
  }

  static TrialOutcome outcome(TrialSpec trial) {
    double score = 0.6 + 0.2 * quality(trial.tuning());
    score += 0.02 * new Seed(0).with("noise", trial.id()).generator().nextGaussian();
    return new TrialOutcome.Scored(Metric.ACCURACY, score, 0.3, 1, 1, 1, Duration.ofSeconds(1));
  }

  private static double quality(Tuning tuning) {
    return switch (tuning) {
      case Tuning.Full() -> 0.9;
      case Tuning.Modules modules -> quality(modules.plan().layers());
    };
  }

  private static double quality(List<List<PeftModule>> layers) {
    double sum = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      double weight = 1 - Math.abs(layer - 5.5) / 11;
      boolean lora = layers.get(layer).stream().anyMatch(m -> m.strategy() == Strategy.LORA);
      sum += lora ? weight / layers.size() : 0;
    }
    return sum;
  }
}
