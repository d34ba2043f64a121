package spindle.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.study.Criterion;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.SamplingPlan;

/// The options that say how candidates are compared.
final class ProtocolOptions {

  /// How designs are drawn.
  enum Plan {
    /// Independent designs, all of them trained.
    PAPER,
    /// Matched designs, candidates drop out once beaten.
    PAIRED
  }

  @Option(
      names = "--plan",
      order = 31,
      description =
          "paired (matched designs, racing) or paper (independent designs, all trained)"
              + " (paired).")
  private Optional<Plan> plan = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "N",
      order = 32,
      description = "Most designs of a candidate (100).")
  private Optional<Integer> draws = Optional.empty();

  @Option(
      names = "--first-look",
      paramLabel = "N",
      order = 32,
      description = "Designs before candidates are judged first, paired plan (8).")
  private Optional<Integer> first = Optional.empty();

  @Option(
      names = "--look-every",
      paramLabel = "N",
      order = 32,
      description = "Designs between two looks, paired plan (4).")
  private Optional<Integer> every = Optional.empty();

  @Option(
      names = "--confidence",
      paramLabel = "P",
      order = 33,
      description = "One minus the probability of a false verdict (0.95).")
  private Optional<Double> confidence = Optional.empty();

  @Option(
      names = "--criterion",
      paramLabel = "NAME",
      order = 33,
      description = "mean, top-decile or best-of-N (mean).")
  private Optional<String> criterion = Optional.empty();

  @Option(
      names = "--diverged",
      order = 33,
      description =
          "What a diverged design counts as: SCORES_FLOOR (as guessing) or LEFT_OUT"
              + " (SCORES_FLOOR).")
  private Optional<Protocol.Diverged> diverged = Optional.empty();

  @Option(
      names = "--all-candidates",
      order = 34,
      description = "All 15 strategy sets and sets of groups, not only those of the paper.")
  private boolean all;

  /// Returns a protocol with what was given; the rest stays as it was.
  ///
  /// @throws IllegalArgumentException naming what is out of range
  Protocol changed(Protocol old) {
    return new Protocol(
        sampling(old.sampling()),
        criterion.map(ProtocolOptions::criterion).orElse(old.criterion()),
        diverged.orElse(old.diverged()),
        all ? Presets.Extent.ALL : old.presets());
  }

  private SamplingPlan sampling(SamplingPlan old) {
    Plan was = old instanceof SamplingPlan.Paper ? Plan.PAPER : Plan.PAIRED;
    SamplingPlan.Paired usual =
        old instanceof SamplingPlan.Paired paired
            ? paired
            : new SamplingPlan.Paired(100, 8, 4, old.confidence());
    int limit = draws.orElse(old.limit());
    double sure = confidence.orElse(old.confidence());
    return switch (plan.orElse(was)) {
      case PAPER -> new SamplingPlan.Paper(limit, sure);
      case PAIRED ->
          new SamplingPlan.Paired(
              limit,
              Math.min(first.orElse(usual.minimum()), limit),
              every.orElse(usual.step()),
              sure);
    };
  }

  private static Criterion criterion(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.matches("best-of-[0-9]{1,6}")) {
      return new Criterion.BestOf(Integer.parseInt(plain.substring("best-of-".length())));
    }
    return switch (plain) {
      case "mean" -> new Criterion.Mean();
      case "top-decile" -> new Criterion.TopDecileMean();
      default ->
          throw new IllegalArgumentException(
              "unknown criterion \"" + name + "\" (known: mean, top-decile, best-of-N)");
    };
  }
}
