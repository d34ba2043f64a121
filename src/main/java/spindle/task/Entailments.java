package spindle.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Pairs of texts of which the first implies the second (0) or not (1), numbered as in RTE.
final class Entailments implements PracticeMaker {

  private static final int IMPLIED = 0;

  /// What the first text says of the second, and how the second puts it, if it is not implied.
  private static final List<List<String>> NOT_IMPLIED =
      List.of(List.of("yes", "2"), List.of("no", "1"), List.of("open", "1"), List.of("open", "2"));

  private static final List<List<String>> SAID = List.of(List.of("yes", "1"), List.of("no", "2"));

  private final Grammar grammar = Grammar.load("entailment");
  private final Grammar scenes = Grammar.load("scenes");

  @Override
  public Example make(RandomGenerator random) {
    int label = random.nextInt(2);
    return switch (random.nextInt(8)) {
      case 0 -> said(label, random);
      case 1 -> stronger(label, random);
      case 2 -> chained(label, random);
      default -> scenes(label, random);
    };
  }

  private Example said(int label, RandomGenerator random) {
    List<List<String>> pairs = label == IMPLIED ? SAID : NOT_IMPLIED;
    List<String> pair = pairs.get(random.nextInt(pairs.size()));
    Phrase phrase = new Phrase(grammar, random);
    String first = phrase.sentence(pair.getFirst());
    return example(first, phrase.sentence("said." + pair.getLast()), label);
  }

  private Example stronger(int label, RandomGenerator random) {
    Phrase phrase = new Phrase(grammar, random);
    List<String> sides = sides("stronger", random);
    String strong = phrase.sentenceOf(sides.getFirst());
    String weak = phrase.sentenceOf(sides.getLast());
    return label == IMPLIED ? example(strong, weak, label) : example(weak, strong, label);
  }

  private Example chained(int label, RandomGenerator random) {
    Phrase phrase = new Phrase(grammar, random);
    List<String> sides = sides("chained", random);
    String first = phrase.sentenceOf(sides.getFirst());
    if (label != IMPLIED) {
      phrase.swap("A", "C");
    }
    return example(first, phrase.sentenceOf(sides.getLast()), label);
  }

  private List<String> sides(String symbol, RandomGenerator random) {
    List<String> lines = grammar.alternatives(symbol);
    return List.of(lines.get(random.nextInt(lines.size())).split(" => "));
  }

  /// The second text names things or kinds as often when implied as when not, and so does the
  /// first.
  private Example scenes(int label, RandomGenerator random) {
    Scene second = Scene.draw(scenes, random);
    int odd = random.nextInt(Scene.RULES.size());
    Scene first = second;
    for (int i = 0; i < Scene.RULES.size(); i++) {
      Scene.Slot thing = second.slots().get(i);
      boolean kind = random.nextBoolean();
      boolean implied = label == IMPLIED || i != odd;
      second = kind ? second.with(i, thing.general()) : second;
      first =
          first.with(i, implied ? implying(thing, kind, random) : other(i, thing, kind, random));
    }
    return example(first.say(scenes, random), second.say(scenes, random), label);
  }

  private static Scene.Slot implying(Scene.Slot thing, boolean kind, RandomGenerator random) {
    int draw = random.nextInt(4);
    if (kind) {
      return draw < 2 ? thing.general() : thing;
    }
    return draw == 0 ? thing : thing.reworded();
  }

  private Scene.Slot other(int position, Scene.Slot thing, boolean kind, RandomGenerator random) {
    if (kind || random.nextInt(2) == 0) {
      return Scene.stranger(scenes, position, thing, random);
    }
    return random.nextInt(2) == 0 ? thing.general() : Scene.sibling(thing, random);
  }

  private static Example example(String first, String second, int label) {
    return new Example(first, Optional.of(second), label);
  }
}
