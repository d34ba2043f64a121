package spindle.task;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Pairs of scenes with the share of meaning that they have in common, from 0 to 5.
///
/// Who counts 1.5, what counts 2 and where counts 1.5; a thing of the same kind counts half. Other
/// words for the same thing change nothing.
final class Similarity implements PracticeMaker {

  private static final List<Double> WEIGHTS = List.of(1.5, 2.0, 1.5);

  private final Grammar grammar = Grammar.load("scenes");

  @Override
  public Example make(RandomGenerator random) {
    Scene first = Scene.draw(grammar, random);
    Scene second = first;
    double score = 0;
    int likeness = random.nextInt(6);
    for (int i = 0; i < WEIGHTS.size(); i++) {
      int change = random.nextInt(6) < likeness ? 0 : 1 + random.nextInt(2);
      second = second.with(i, changed(i, first.slots().get(i), change, random));
      score += WEIGHTS.get(i) * (2 - change) / 2;
    }
    return new Example(first.say(grammar, random), Optional.of(second.say(grammar, random)), score);
  }

  private Scene.Slot changed(int position, Scene.Slot slot, int change, RandomGenerator random) {
    return switch (change) {
      case 0 -> random.nextInt(4) == 0 ? slot : slot.reworded();
      case 1 -> Scene.sibling(slot, random);
      default -> Scene.stranger(grammar, position, slot, random);
    };
  }
}
