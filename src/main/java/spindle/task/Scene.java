package spindle.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Someone who does something somewhere, in words that stand for things of some kind.
///
/// @param slots who, what and where
record Scene(List<Slot> slots) {

  /// The rules of the grammar that the slots are filled from.
  static final List<String> RULES = List.of("who", "does", "where");

  /// A word: the way to say it, the thing, and the kind of thing.
  ///
  /// @param kind row of the rule
  /// @param thing one of two things of the kind, or [#KIND] for a word that means either
  /// @param way one of two ways to say a thing
  record Slot(int kind, int thing, int way) {
    /// In place of a thing: the kind itself is named.
    static final int KIND = 2;

    /// Returns this thing said in the other way.
    Slot reworded() {
      return new Slot(kind, thing, thing == KIND ? 0 : 1 - way);
    }

    /// Returns the kind of this thing.
    Slot general() {
      return new Slot(kind, KIND, 0);
    }

    /// Returns whether both words can stand for the same.
    boolean means(Slot other) {
      return kind == other.kind && thing == other.thing;
    }

    private int form() {
      return 1 + 2 * thing + way;
    }
  }

  Scene {
    slots = List.copyOf(slots);
  }

  /// Returns a scene of things, no kinds.
  static Scene draw(Grammar grammar, RandomGenerator random) {
    List<Slot> slots = new ArrayList<>();
    for (String rule : RULES) {
      slots.add(thing(random.nextInt(grammar.alternatives(rule).size()), random));
    }
    return new Scene(slots);
  }

  /// Returns a thing of a kind.
  static Slot thing(int kind, RandomGenerator random) {
    return new Slot(kind, random.nextInt(2), random.nextInt(2));
  }

  /// Returns the other thing of the kind.
  static Slot sibling(Slot slot, RandomGenerator random) {
    return new Slot(slot.kind(), 1 - slot.thing(), random.nextInt(2));
  }

  /// Returns a thing of another kind.
  static Slot stranger(Grammar grammar, int position, Slot slot, RandomGenerator random) {
    int kinds = grammar.alternatives(RULES.get(position)).size();
    return thing((slot.kind() + 1 + random.nextInt(kinds - 1)) % kinds, random);
  }

  /// Returns this scene with another word in a slot.
  Scene with(int position, Slot slot) {
    List<Slot> changed = new ArrayList<>(slots);
    changed.set(position, slot);
    return new Scene(changed);
  }

  /// Returns the scene as a sentence.
  String say(Grammar grammar, RandomGenerator random) {
    Phrase phrase = new Phrase(grammar, random);
    for (int i = 0; i < RULES.size(); i++) {
      Slot slot = slots.get(i);
      String forms = grammar.alternatives(RULES.get(i)).get(slot.kind());
      phrase.with(RULES.get(i), forms.split("/", -1)[slot.form() - 1]);
    }
    return phrase.sentence("frame");
  }
}
