package spindle.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.Preset;
import spindle.design.PresetTuning;
import spindle.design.Solution;
import spindle.design.Tuning;
import spindle.study.ScoreTable.Pairing;

/// The final test of a pattern: against full fine-tuning and the uniform baselines at the same
/// budget, with several seeds, on the split that no selection has seen.
///
/// Repetition `i` has the same training examples and seed for every contender, so contenders are
/// compared repetition by repetition.
public final class Confirmation {

  private static final String PATTERN = "pattern";

  private static final Criterion MEAN = new Criterion.Mean();
  private static final List<Preset> BASELINES =
      List.of(Preset.FULL, Preset.ADAPTER, Preset.PREFIX, Preset.BITFIT, Preset.LORA);

  private final Study study;
  private final ConfirmationPlan plan;
  private final List<Contender> fixed;
  private final Optional<RandomSearch> control;

  /// Makes the confirmation of a design.
  ///
  /// @param pattern the design to be confirmed
  /// @param designs number of designs that random search may train, see [Study#designs]
  public Confirmation(Study study, ConfirmationPlan plan, Design pattern, int designs) {
    this.study = study;
    this.plan = plan;
    this.fixed = contenders(study.plan().subject(), pattern);
    this.control =
        switch (plan.control()) {
          case NONE -> Optional.empty();
          case RANDOM_SEARCH -> Optional.of(new RandomSearch(study, designs));
        };
  }

  /// Returns the contenders known so far, the pattern first; random search appears once it has
  /// found its design.
  public List<Contender> contenders() {
    List<Contender> all = new ArrayList<>(fixed);
    control.flatMap(RandomSearch::best).ifPresent(all::add);
    return List.copyOf(all);
  }

  /// Returns the confirmation of a path's pattern; empty if it has none yet.
  public static Optional<Confirmation> of(Study study, StudyPath path, ConfirmationPlan plan) {
    return switch (Pattern.of(study.plan(), path)) {
      case Pattern.Complete(Design design) ->
          Optional.of(new Confirmation(study, plan, design, study.designs(path)));
      case Pattern.Incomplete _ -> Optional.empty();
    };
  }

  /// One contender with one seed.
  ///
  /// @param contender its name
  /// @param repetition number of the seed, from 0
  /// @param trials one a task, in the plan's order
  public record Run(String contender, int repetition, List<TrialSpec> trials) {
    /// Copies the list.
    public Run {
      trials = List.copyOf(trials);
    }
  }

  /// Returns all runs: the designs of the random search, by their number, then every contender's
  /// first repetition, second repetition and so on.
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    control.ifPresent(search -> runs.addAll(search.runs()));
    for (int repetition = 0; repetition < plan.repetitions(); repetition++) {
      for (Contender contender : contenders()) {
        runs.add(new Run(contender.name(), repetition, trials(contender, repetition)));
      }
    }
    return List.copyOf(runs);
  }

  /// Returns the trials not yet ended: those of the random search, then every contender's first
  /// repetition, second repetition and so on.
  public List<TrialSpec> wanted() {
    Map<String, TrialSpec> byId = new LinkedHashMap<>();
    control.ifPresent(search -> search.wanted().forEach(t -> byId.putIfAbsent(t.id(), t)));
    for (int repetition = 0; repetition < plan.repetitions(); repetition++) {
      for (Contender contender : contenders()) {
        study
            .open(trials(contender, repetition))
            .forEach(trial -> byId.putIfAbsent(trial.id(), trial));
      }
    }
    return List.copyOf(byId.values());
  }

  /// Returns what is to be done next.
  ///
  /// @param running ids of the trials that are running
  /// @param slots how many more can run
  public Step next(Set<String> running, int slots) {
    List<TrialSpec> wanted = wanted();
    return wanted.isEmpty() ? new Step.Done() : Step.training(wanted, running, slots);
  }

  /// Returns what was found so far.
  public ConfirmationResult result() {
    ScoreTable table = table();
    if (table.names().isEmpty() || !table.names().getFirst().equals(PATTERN)) {
      return new ConfirmationResult(List.of());
    }
    Map<String, Double> adjusted = adjusted(table);
    return new ConfirmationResult(
        table.names().stream().map(name -> confirmed(table, name, adjusted)).toList());
  }

  private ConfirmationResult.Confirmed confirmed(
      ScoreTable table, String name, Map<String, Double> adjusted) {
    Map<Integer, Double> scores = table.of(name).scores();
    double[] values = scores.values().stream().mapToDouble(s -> s).toArray();
    Double p = adjusted.get(name);
    return new ConfirmationResult.Confirmed(
        name,
        values.length,
        Arrays.stream(values).average().orElseThrow(),
        Comparison.mean(values, Verdict.COVERAGE),
        name.equals(PATTERN) ? Optional.empty() : ahead(table, name),
        p == null ? OptionalDouble.empty() : OptionalDouble.of(p),
        tasks(name));
  }

  /// Returns how far the pattern is ahead of a contender; empty as long as they share no
  /// repetition.
  private static Optional<Standing.Lead> ahead(ScoreTable table, String other) {
    Set<Integer> shared = new TreeSet<>(table.of(PATTERN).scores().keySet());
    shared.retainAll(table.of(other).scores().keySet());
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    double difference = Comparison.difference(table, PATTERN, other, MEAN);
    Interval interval =
        Comparison.of(table, PATTERN, other, MEAN)
            .map(comparison -> comparison.interval(Verdict.COVERAGE))
            .orElse(new Interval(difference, difference));
    return Optional.of(new Standing.Lead(difference, interval));
  }

  private static Map<String, Double> adjusted(ScoreTable table) {
    List<String> others = table.names().subList(1, table.names().size());
    double[] p =
        Holm.adjust(
            others.stream()
                .map(other -> Comparison.of(table, PATTERN, other, MEAN))
                .mapToDouble(c -> c.map(Comparison::twoSided).orElse(1.0))
                .toArray());
    Map<String, Double> adjusted = new HashMap<>();
    for (int i = 0; i < p.length; i++) {
      adjusted.put(others.get(i), p[i]);
    }
    return adjusted;
  }

  /// The scores of those that have one; repetitions are the draws.
  private ScoreTable table() {
    List<CandidateScores> rows = new ArrayList<>();
    for (Contender contender : contenders()) {
      var scores = new TreeMap<Integer, Double>();
      for (int repetition = 0; repetition < plan.repetitions(); repetition++) {
        List<TrialSpec> trials = trials(contender, repetition);
        if (!trials.isEmpty()
            && study.trials().measured(trials) instanceof Trials.Measured.Scored(double score)) {
          scores.put(repetition, score);
        }
      }
      if (!scores.isEmpty()) {
        rows.add(new CandidateScores(contender.name(), scores, new TreeSet<>()));
      }
    }
    return new ScoreTable(Pairing.PAIRED, rows);
  }

  private Map<String, Double> tasks(String name) {
    Map<String, List<Double>> scores = new HashMap<>();
    contenders().stream()
        .filter(contender -> contender.name().equals(name))
        .forEach(contender -> {
          for (int repetition = 0; repetition < plan.repetitions(); repetition++) {
            for (TrialSpec trial : trials(contender, repetition)) {
              if (study.outcome(trial).orElse(null) instanceof TrialOutcome.Scored scored) {
                scores
                    .computeIfAbsent(trial.task().name(), _ -> new ArrayList<>())
                    .add(scored.score());
              }
            }
          }
        });
    Map<String, Double> means = new HashMap<>();
    scores.forEach(
        (task, all) -> means.put(task, all.stream().mapToDouble(s -> s).average().orElseThrow()));
    return means;
  }

  private List<TrialSpec> trials(Contender contender, int repetition) {
    return switch (contender) {
      case Contender.Ready(String _, Tuning tuning) ->
          study.trials().confirmation(tuning, plan.settings(), repetition);
      case Contender.Refused _ -> List.of();
    };
  }

  private static List<Contender> contenders(Subject subject, Design pattern) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        switch (BudgetSolver.solve(
            pattern, subject.shape(), subject.parameters(), subject.spending())) {
          case Solution.Feasible feasible ->
              new Contender.Ready(
                  PATTERN, new Tuning.Modules(feasible.plan(), Tuning.Outside.FROZEN));
          case Solution.Infeasible infeasible ->
              new Contender.Refused(PATTERN, String.join(" ", infeasible.reasons()));
        });
    BASELINES.forEach(preset -> contenders.add(baseline(preset, subject)));
    return contenders;
  }

  private static Contender baseline(Preset preset, Subject subject) {
    return switch (preset.tuning(subject.shape(), subject.parameters(), subject.spending())) {
      case PresetTuning.Whole whole -> new Contender.Ready(preset.label(), whole.tuning());
      case PresetTuning.Designed designed -> new Contender.Ready(preset.label(), designed.tuning());
      case PresetTuning.Refused refused ->
          new Contender.Refused(preset.label(), String.join(" ", refused.solution().reasons()));
    };
  }
}
