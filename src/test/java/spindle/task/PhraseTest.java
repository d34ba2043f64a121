package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhraseTest {

  private static final Grammar GRAMMAR =
      Grammar.parse(
          List.of(
              "# a comment",
              "person:",
              "  Anna | Paul",
              "verb:",
              "  see/sees/saw",
              "empty:",
              "  ~",
              "good.thing:",
              "  apple"));

  @Test
  void aGrammarHasTheAlternativesOfEachSymbol() {
    assertEquals(
        Map.of(
            "person", List.of("Anna", "Paul"),
            "verb", List.of("see/sees/saw"),
            "empty", List.of("~"),
            "good.thing", List.of("apple")),
        GRAMMAR.rules());
  }

  @Test
  void keptWordsComeAgainAndDifferFromEachOther() {
    for (int seed = 0; seed < 20; seed++) {
      Phrase phrase = new Phrase(GRAMMAR, new SplittableRandom(seed));
      String first = phrase.fill("{person:A} {person:B} {person:A}");
      assertEquals(phrase.kept("A") + " " + phrase.kept("B") + " " + phrase.kept("A"), first);
      phrase.swap("A", "B");
      assertEquals(first.split(" ", -1)[1], phrase.fill("{person:A}"));
      assertEquals(
          2, Map.of("Anna", 1, "Paul", 1).keySet().stream().filter(first::contains).count());
    }
  }

  @Test
  void variablesFormsAndSidesAreChosenByTheCaller() {
    Phrase phrase =
        new Phrase(GRAMMAR, new SplittableRandom(1)).with("n", 3).with("q", "good").with("side", 2);
    assertEquals("saw an apple", phrase.fill("{verb#$n} an {$q.thing}"));
    assertEquals("no", phrase.fill("yes // no"));
  }

  @Test
  void aSentenceHasACapitalAnArticleThatFitsAndAnEnd() {
    Phrase phrase = new Phrase(GRAMMAR, new SplittableRandom(1));
    assertEquals("It was an apple.", phrase.sentenceOf("{empty} it was a {good.thing}{empty}"));
    assertEquals("Was it?", phrase.sentenceOf("was it?"));
  }

  @Test
  void mistakesInAGrammarAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Grammar.parse(List.of("a:", "  x", "a:")));
    assertThrows(IllegalArgumentException.class, () -> Grammar.parse(List.of("a:", "b:", "  x")));
    assertThrows(IllegalArgumentException.class, () -> Grammar.load("nothing"));
    Phrase phrase = new Phrase(GRAMMAR, new SplittableRandom(1));
    assertThrows(IllegalArgumentException.class, () -> phrase.fill("{nobody}"));
    assertThrows(IllegalArgumentException.class, () -> phrase.fill("$unset"));
    assertThrows(IllegalArgumentException.class, () -> phrase.kept("C"));
  }
}
