package spindle.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// What the scores of a stage show, with how sure it is.
///
/// @param race the state of the race that it describes
/// @param standings of the candidates that have a score, in the order of the table
/// @param leader the candidate ahead; empty if nothing was measured
/// @param conclusion what can be claimed
public record Verdict(
    Race race, List<Standing> standings, Optional<String> leader, Conclusion conclusion) {

  /// Resamples behind the intervals of a verdict.
  public static final int RESAMPLES = 10_000;

  /// Coverage of the intervals of a verdict.
  public static final double COVERAGE = 0.95;

  /// Copies the list.
  public Verdict {
    standings = List.copyOf(standings);
  }

  /// Returns the verdict on a stage.
  ///
  /// Before the first look it describes all scores there are; from then on those of the last look,
  /// so that it does not depend on which trials happened to end first.
  ///
  /// @param racing the rules
  /// @param table all scores of the stage
  /// @param seed of the resamples
  public static Verdict of(Racing racing, ScoreTable table, Seed seed) {
    return of(racing, racing.at(table), table, seed);
  }

  static Verdict of(Racing racing, Race race, ScoreTable table, Seed seed) {
    ScoreTable seen = race.round() == 0 ? table : race.seen(table);
    List<String> measured =
        seen.candidates().stream()
            .filter(scores -> !scores.scores().isEmpty())
            .map(CandidateScores::candidate)
            .toList();
    if (measured.isEmpty()) {
      Conclusion nothing =
          table.candidates().size() == 1
              ? new Conclusion.Alone(table.names().getFirst())
              : new Conclusion.Nothing();
      return new Verdict(race, List.of(), Optional.empty(), nothing);
    }
    List<String> able = new ArrayList<>(measured);
    able.retainAll(race.racing());
    String leader = racing.leader(seen, able.isEmpty() ? measured : able);
    List<Standing> standings = standings(racing, race, seen, leader, seed);
    Conclusion conclusion = new Judge(racing, race, seen).conclusion(leader, standings);
    return new Verdict(race, standings, Optional.of(leader), conclusion);
  }

  /// Returns the conclusion in one sentence, such as `spindle leads uniform by 0.9 [0.3, 1.5];
  /// probability best 0.96; 40 designs`.
  public String sentence() {
    return conclusion.sentence();
  }

  private static List<Standing> standings(
      Racing racing, Race race, ScoreTable seen, String leader, Seed seed) {
    RandomGenerator random = seed.with("verdict", "bootstrap").generator();
    return new PairedBootstrap(racing.criterion(), RESAMPLES, COVERAGE)
        .of(seen, leader, random).stream()
            .sorted(Comparator.comparingInt(result -> seen.names().indexOf(result.candidate())))
            .map(result -> standing(racing, race, seen, leader, result))
            .toList();
  }

  private static Standing standing(
      Racing racing, Race race, ScoreTable seen, String leader, PairedBootstrap.Result result) {
    String name = result.candidate();
    CandidateScores scores = seen.of(name);
    return new Standing(
        name,
        scores.scores().size(),
        racing.value(scores),
        result.value(),
        result.best(),
        result
            .behind()
            .map(range ->
                new Standing.Lead(
                    Comparison.difference(seen, leader, name, racing.criterion()), range)),
        adjusted(race, name),
        race.dropped().stream().filter(drop -> drop.candidate().equals(name)).findFirst());
  }

  private static OptionalDouble adjusted(Race race, String candidate) {
    Double p = race.adjusted().get(candidate);
    return p == null ? OptionalDouble.empty() : OptionalDouble.of(p);
  }
}
