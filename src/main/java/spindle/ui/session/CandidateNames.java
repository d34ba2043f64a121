package spindle.ui.session;

import java.util.Locale;
import java.util.function.UnaryOperator;
import spindle.study.Candidate;
import spindle.study.Candidate.Constraint;
import spindle.study.Conclusion;
import spindle.study.Stage;
import spindle.ui.Texts;

/// The names of candidates as the user reads them on every page.
public final class CandidateNames {
  private CandidateNames() {}

  /// Returns the name of a candidate: patterns with a capital, strategy sets spelled out, all else
  /// as it is.
  public static String of(Candidate candidate) {
    String name = candidate.name();
    return switch (candidate.constraint()) {
      case Constraint.Grouping _, Constraint.Allocation _ -> capitalised(name);
      case Constraint.Tuned _ -> name.replace(",", " ");
      case Constraint.Strategies(int _, var set) ->
          name.equals(set.letters())
              ? String.join(" + ", set.strategies().stream().map(Texts::name).toList())
              : name;
    };
  }

  /// Returns a conclusion about a stage in one sentence, with the same names.
  public static String sentence(Stage stage, Conclusion conclusion) {
    return named(conclusion, name -> of(stage, name)).sentence();
  }

  private static String of(Stage stage, String name) {
    return stage.candidates().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .map(CandidateNames::of)
        .orElse(name);
  }

  private static Conclusion named(Conclusion conclusion, UnaryOperator<String> names) {
    return switch (conclusion) {
      case Conclusion.Nothing nothing -> nothing;
      case Conclusion.Alone(String candidate) -> new Conclusion.Alone(names.apply(candidate));
      case Conclusion.Early(var duel, int after) -> new Conclusion.Early(named(duel, names), after);
      case Conclusion.Leads(var duel) -> new Conclusion.Leads(named(duel, names));
      case Conclusion.Open(var duel, double further, var reached) ->
          new Conclusion.Open(named(duel, names), further, reached);
    };
  }

  private static Conclusion.Duel named(Conclusion.Duel duel, UnaryOperator<String> names) {
    return new Conclusion.Duel(
        names.apply(duel.leader()),
        names.apply(duel.rival()),
        duel.lead(),
        duel.probabilityBest(),
        duel.designs());
  }

  /// Returns words with a capital: a contender of a confirmation, a sentence.
  public static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
