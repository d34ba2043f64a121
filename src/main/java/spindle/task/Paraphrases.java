package spindle.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Pairs of sentences that mean the same (1) or not (0): with the roles exchanged, the opposite, or
/// another thing in one place.
final class Paraphrases implements PracticeMaker {

  private final Grammar grammar = Grammar.load("paraphrase");
  private final Grammar scenes = Grammar.load("scenes");

  @Override
  public Example make(RandomGenerator random) {
    int label = random.nextInt(2);
    return switch (random.nextInt(5)) {
      case 0 -> roles(label, random);
      case 1 -> polar(label, random);
      default -> scenes(label, random);
    };
  }

  private Example roles(int label, RandomGenerator random) {
    Phrase phrase = new Phrase(grammar, random);
    List<String> forms = grammar.alternatives(phrase.fill("{roles}"));
    List<String> two = Draw.order(forms.size(), random).stream().limit(2).map(forms::get).toList();
    String first = phrase.sentenceOf(two.getFirst());
    if (label == 0) {
      phrase.swap("A", "B");
    }
    return new Example(first, Optional.of(phrase.sentenceOf(two.getLast())), label);
  }

  private Example polar(int label, RandomGenerator random) {
    int side = 1 + random.nextInt(2);
    Phrase phrase = new Phrase(grammar, random).with("c", side);
    String symbol = phrase.fill("{polar}");
    List<String> forms = grammar.alternatives(symbol);
    int chosen = random.nextInt(forms.size());
    String first = phrase.sentenceOf(forms.get(chosen));
    int other = (chosen + 1 + random.nextInt(forms.size() - 1)) % forms.size();
    String opposite = symbol.replaceFirst("[12]$", Integer.toString(3 - side));
    List<String> others = label == 1 ? forms : grammar.alternatives(opposite);
    return new Example(first, Optional.of(phrase.sentenceOf(others.get(other))), label);
  }

  /// In one place at least a thing is said in other words, or is another thing.
  private Example scenes(int label, RandomGenerator random) {
    Scene first = Scene.draw(scenes, random);
    int odd = random.nextInt(Scene.RULES.size());
    Scene second = first;
    for (int i = 0; i < Scene.RULES.size(); i++) {
      Scene.Slot slot = first.slots().get(i);
      boolean kept = i != odd && random.nextInt(2) == 0;
      boolean other = label == 0 && (i == odd || (!kept && random.nextInt(3) == 0));
      second = second.with(i, kept ? slot : other ? another(i, slot, random) : slot.reworded());
    }
    return new Example(first.say(scenes, random), Optional.of(second.say(scenes, random)), label);
  }

  private Scene.Slot another(int position, Scene.Slot slot, RandomGenerator random) {
    return random.nextInt(2) == 0
        ? Scene.sibling(slot, random)
        : Scene.stranger(scenes, position, slot, random);
  }
}
