package spindle.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// BLEU of a corpus with one reference a text, as `sacrebleu` computes it with its defaults:
/// tokenizer 13a, case kept, runs of up to four tokens, exponential smoothing.
///
/// `min(1, exp(1 - m / n)) (p_1 p_2 p_3 p_4)^(1/4)` for `n` written and `m` right tokens; `p_k` is
/// the share of the written runs of `k` tokens that are in the reference, each run counting at most
/// as often as there. The i-th `p_k` without a hit is taken as half to the i of one run; without
/// any hit, and without a run of four tokens, the score is 0.
///
/// Source: Post, "A Call for Clarity in Reporting BLEU Scores", WMT 2018, arXiv:1804.08771.
final class Bleu {

  private static final int LONGEST = 4;

  /// What separates tokens: the blanks of Unicode and four old control characters.
  private static final Pattern BLANKS = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+");

  private static final Pattern BLANK_END = Pattern.compile(BLANKS + "\\z");

  private static final List<Rule> RULES =
      List.of(
          new Rule("([{-~\\[-` -&(-+:-@/])", " $1 "),
          new Rule("([^0-9])([.,])", "$1 $2 "),
          new Rule("([.,])([^0-9])", " $1 $2"),
          new Rule("([0-9])(-)", "$1 $2 "));

  private final long[] hits = new long[LONGEST];
  private final long[] runs = new long[LONGEST];
  private long written;
  private long right;

  private record Rule(Pattern pattern, String replacement) {
    Rule(String pattern, String replacement) {
      this(Pattern.compile(pattern), replacement);
    }
  }

  private Bleu() {}

  /// Returns the score, in `[0, 1]`.
  static double of(List<String> written, List<String> references) {
    Bleu bleu = new Bleu();
    for (int i = 0; i < written.size(); i++) {
      bleu.add(tokens(written.get(i)), tokens(references.get(i)));
    }
    return bleu.score();
  }

  /// Returns the tokens of a text: punctuation is split off, but for points and commas inside
  /// numbers and hyphens that do not follow a digit.
  static List<String> tokens(String text) {
    String line = BLANK_END.matcher(text).replaceFirst("");
    line = line.replace("<skipped>", "").replace("-\n", "").replace("\n", " ");
    line =
        line.replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    line = " " + line + " ";
    for (Rule rule : RULES) {
      line = rule.pattern().matcher(line).replaceAll(rule.replacement());
    }
    return Stream.of(BLANKS.split(line)).filter(token -> !token.isEmpty()).toList();
  }

  private void add(List<String> tokens, List<String> reference) {
    written += tokens.size();
    right += reference.size();
    for (int n = 1; n <= LONGEST; n++) {
      Map<List<String>, Integer> known = counts(n, reference);
      for (Map.Entry<List<String>, Integer> run : counts(n, tokens).entrySet()) {
        runs[n - 1] += run.getValue();
        hits[n - 1] += Math.min(run.getValue(), known.getOrDefault(run.getKey(), 0));
      }
    }
  }

  private double score() {
    if (hits[0] == 0 || runs[LONGEST - 1] == 0) {
      return 0;
    }
    double logarithms = 0;
    double smallest = 1;
    for (int k = 0; k < LONGEST; k++) {
      if (hits[k] == 0) {
        smallest /= 2;
      }
      logarithms += Math.log((hits[k] == 0 ? smallest : hits[k]) / runs[k]);
    }
    double brevity = written < right ? Math.exp(1 - (double) right / written) : 1;
    return brevity * Math.exp(logarithms / LONGEST);
  }

  private static Map<List<String>, Integer> counts(int n, List<String> tokens) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(tokens.subList(i, i + n), 1, Integer::sum);
    }
    return counts;
  }
}
