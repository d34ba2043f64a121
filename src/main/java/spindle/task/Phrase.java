package spindle.task;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says sentences of a grammar and remembers the words it chose.
///
/// In an alternative of the grammar
///
/// | written | means |
/// |---|---|
/// | `{verb}` | any alternative of the rule `verb` |
/// | `{person:A}` | the word kept as `A`; if there is none, a person that is not kept under another name, which is kept |
/// | `{verb:V#2}` | the second of the forms of a kept word, which are separated by `/` |
/// | `$n` | the value of the variable `n`, also inside braces |
/// | `~` | nothing |
/// | `right // wrong` | one of two sides, as the variable `side` says: 1 or 2 |
final class Phrase {

  private static final Pattern VARIABLE = Pattern.compile("\\$([a-z]+)");
  private static final Pattern REFERENCE =
      Pattern.compile("\\{([a-z.-]+)(?::([A-Za-z0-9]+))?(?:#([0-9]))?}");
  private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=[aeiou])");

  private static final Pattern EMPTY = Pattern.compile("~ ?");

  private final Grammar grammar;
  private final RandomGenerator random;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();

  Phrase(Grammar grammar, RandomGenerator random) {
    this.grammar = grammar;
    this.random = random;
  }

  /// Sets a variable.
  Phrase with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /// Sets a variable.
  Phrase with(String variable, int value) {
    return with(variable, Integer.toString(value));
  }

  /// Keeps a word under a name.
  Phrase keep(String name, String word) {
    kept.put(name, word);
    return this;
  }

  /// Exchanges two kept words.
  Phrase swap(String first, String second) {
    String word = kept(first);
    kept.put(first, kept(second));
    kept.put(second, word);
    return this;
  }

  /// Returns a kept word.
  ///
  /// @throws IllegalArgumentException if nothing is kept under the name
  String kept(String name) {
    String word = kept.get(name);
    if (word == null) {
      throw new IllegalArgumentException("no word is kept as " + name);
    }
    return word;
  }

  /// Returns any alternative of a symbol, expanded, as a sentence: with a capital, and `an` before
  /// a vowel.
  String sentence(String symbol) {
    return sentenceOf(any(grammar.alternatives(symbol)));
  }

  /// Returns a pattern, expanded, as a sentence.
  String sentenceOf(String pattern) {
    String words = EMPTY.matcher(fill(pattern)).replaceAll("").strip();
    String said = ARTICLE.matcher(words).replaceAll("$1n ");
    String end = said.endsWith("?") ? "" : ".";
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + end;
  }

  /// Returns the pattern with its variables and references replaced.
  String fill(String pattern) {
    String[] sides = pattern.split(" // ", -1);
    String side = sides.length == 1 ? pattern : sides[Integer.parseInt(variable("side")) - 1];
    String bound = VARIABLE.matcher(side).replaceAll(match -> variable(match.group(1)));
    return REFERENCE.matcher(bound).replaceAll(match -> Matcher.quoteReplacement(word(match)));
  }

  private String word(MatchResult reference) {
    String symbol = reference.group(1);
    String name = reference.group(2);
    String word =
        name == null ? fill(any(grammar.alternatives(symbol))) : keptOrDrawn(symbol, name);
    String form = reference.group(3);
    return form == null ? word : word.split("/", -1)[Integer.parseInt(form) - 1];
  }

  private String keptOrDrawn(String symbol, String name) {
    String found = kept.get(name);
    if (found != null) {
      return found;
    }
    List<String> free =
        grammar.alternatives(symbol).stream().filter(word -> !kept.containsValue(word)).toList();
    String word = fill(any(free));
    kept.put(name, word);
    return word;
  }

  private String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the variable " + name + " is not set");
    }
    return value;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
