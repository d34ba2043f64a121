package spindle.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Sentences that are acceptable (1) or break one rule of English (0).
final class Acceptability implements PracticeMaker {

  /// What a sentence may break; the rule of the grammar has the same name in lower case.
  private enum Rule {
    AGREEMENT,
    DETERMINER,
    AUXILIARY,
    COMPLEMENT,
    COMPARISON,
    ORDER,
    SELECTION,
    GAP,
    LICENCE
  }

  /// How often each rule is drawn: rules that are easy to see more often than others.
  private static final List<Rule> DRAWN =
      List.of(
          Rule.AGREEMENT,
          Rule.DETERMINER,
          Rule.AUXILIARY,
          Rule.AUXILIARY,
          Rule.AUXILIARY,
          Rule.COMPLEMENT,
          Rule.COMPARISON,
          Rule.COMPARISON,
          Rule.COMPARISON,
          Rule.ORDER,
          Rule.ORDER,
          Rule.ORDER,
          Rule.ORDER,
          Rule.SELECTION,
          Rule.SELECTION,
          Rule.SELECTION,
          Rule.SELECTION,
          Rule.SELECTION,
          Rule.GAP,
          Rule.LICENCE);

  /// The forms of a verb (base, past, participle, gerund) that a modal, "have" and "be" ask for,
  /// and those that they do not allow.
  private static final List<Integer> ASKED = List.of(1, 3, 4);

  private static final List<List<Integer>> REFUSED =
      List.of(List.of(3, 4), List.of(1, 4), List.of(1));

  private final Grammar grammar = Grammar.load("grammar");

  @Override
  public Example make(RandomGenerator random) {
    int label = random.nextInt(2);
    Rule rule = DRAWN.get(random.nextInt(DRAWN.size()));
    Phrase phrase = new Phrase(grammar, random);
    switch (rule) {
      case AGREEMENT, DETERMINER -> numbers(phrase, label, random);
      case AUXILIARY -> verbForms(phrase, label, random);
      case COMPLEMENT, COMPARISON -> forms(phrase, label, random);
      case ORDER, SELECTION, GAP, LICENCE -> phrase.with("side", 2 - label);
    }
    String symbol = rule.name().toLowerCase(Locale.ROOT);
    return new Example(phrase.sentence(symbol), Optional.empty(), label);
  }

  private static void numbers(Phrase phrase, int label, RandomGenerator random) {
    int number = 1 + random.nextInt(2);
    phrase.with("n", number).with("m", 1 + random.nextInt(2)).with("v", fitting(number, label));
  }

  private static void forms(Phrase phrase, int label, RandomGenerator random) {
    int form = 1 + random.nextInt(2);
    phrase.with("a", form).with("f", fitting(form, label));
  }

  private static void verbForms(Phrase phrase, int label, RandomGenerator random) {
    int auxiliary = random.nextInt(ASKED.size());
    List<Integer> refused = REFUSED.get(auxiliary);
    int form = label == 1 ? ASKED.get(auxiliary) : refused.get(random.nextInt(refused.size()));
    phrase.with("a", auxiliary + 1).with("f", form);
  }

  private static int fitting(int form, int label) {
    return label == 1 ? form : 3 - form;
  }
}
