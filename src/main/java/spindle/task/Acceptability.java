package spindle.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Sentences that are acceptable (1) or break one rule of English (0).
final class Acceptability implements PracticeMaker {

  private static final List<String> NUMBERED = List.of("agreement", "reflexive", "determiner");
  private static final List<String> PAIRED = List.of("complement", "comparison");
  private static final List<String> SIDED = List.of("order", "gap", "licence");

  /// The forms of a verb (base, past, participle, gerund) that a modal, "have" and "be" ask for,
  /// and those that they do not allow.
  private static final List<Integer> ASKED = List.of(1, 3, 4);

  private static final List<List<Integer>> REFUSED =
      List.of(List.of(3, 4), List.of(1, 4), List.of(1));

  private final Grammar grammar = Grammar.load("grammar");

  @Override
  public Example make(RandomGenerator random) {
    int label = random.nextInt(2);
    Phrase phrase = new Phrase(grammar, random);
    return new Example(sentence(phrase, label, random), Optional.empty(), label);
  }

  private static String sentence(Phrase phrase, int label, RandomGenerator random) {
    int kind = random.nextInt(NUMBERED.size() + PAIRED.size() + SIDED.size() + 1);
    if (kind < NUMBERED.size()) {
      int number = 1 + random.nextInt(2);
      phrase.with("n", number).with("m", 1 + random.nextInt(2));
      return phrase.with("v", fitting(number, label)).sentence(NUMBERED.get(kind));
    }
    int paired = kind - NUMBERED.size();
    if (paired < PAIRED.size()) {
      int form = 1 + random.nextInt(2);
      return phrase.with("a", form).with("f", fitting(form, label)).sentence(PAIRED.get(paired));
    }
    int sided = paired - PAIRED.size();
    return sided < SIDED.size()
        ? phrase.with("side", 2 - label).sentence(SIDED.get(sided))
        : auxiliary(phrase, label, random);
  }

  private static String auxiliary(Phrase phrase, int label, RandomGenerator random) {
    int auxiliary = random.nextInt(ASKED.size());
    List<Integer> refused = REFUSED.get(auxiliary);
    int form = label == 1 ? ASKED.get(auxiliary) : refused.get(random.nextInt(refused.size()));
    return phrase.with("a", auxiliary + 1).with("f", form).sentence("auxiliary");
  }

  private static int fitting(int form, int label) {
    return label == 1 ? form : 3 - form;
  }
}
