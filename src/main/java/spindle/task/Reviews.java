package spindle.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Reviews that praise (1) or blame (0), where negation, contrast and hearsay decide which.
final class Reviews implements PracticeMaker {

  private static final List<String> KINDS = List.of("film", "meal", "hotel", "gadget");
  private static final List<String> POLES = List.of("bad", "good");

  /// One of five is plain, so that a beginner among designs finds a first hold.
  private static final List<String> PATTERNS =
      List.of("plain", "straight", "turned", "weighed", "weighed");

  private final Grammar grammar = Grammar.load("reviews");

  @Override
  public Example make(RandomGenerator random) {
    int label = random.nextInt(2);
    String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
    int pole = pattern.equals("turned") ? 1 - label : label;
    Phrase phrase =
        new Phrase(grammar, random)
            .with("d", KINDS.get(random.nextInt(KINDS.size())))
            .with("pole", POLES.get(pole))
            .with("anti", POLES.get(1 - pole));
    return new Example(phrase.sentence(pattern), Optional.empty(), label);
  }
}
