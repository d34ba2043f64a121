package spindle.task;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How many words a written text shares with its reference, as Google's `rouge_score` counts with
/// its defaults: letters a to z and digits of the lower-cased text, no stemming.
///
/// A score is the mean over the examples of `2 p r / (p + r)`, with the hits `h` of the `n` written
/// and `m` right units as `p = h / n` and `r = h / m`; 0 for an example without hits.
///
/// Source: Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", Text Summarization
/// Branches Out, 2004.
final class Rouge {

  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Rouge() {}

  /// Returns ROUGE-N: a hit is a run of `n` words, as often as it is in both texts.
  static double shared(int n, List<String> written, List<String> references) {
    return mean(
        written,
        references,
        (left, right) -> hits(runs(n, left), runs(n, right)),
        words -> Math.max(0, words.size() - n + 1));
  }

  /// Returns ROUGE-L: the hits are a longest common subsequence of the words.
  static double longest(List<String> written, List<String> references) {
    return mean(written, references, Rouge::common, List::size);
  }

  /// Returns the words of a text.
  static List<String> words(String text) {
    return OTHERS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static double mean(
      List<String> written,
      List<String> references,
      ToIntBiFunction<List<String>, List<String>> hits,
      ToIntFunction<List<String>> size) {
    return IntStream.range(0, written.size())
        .mapToDouble(i -> {
          List<String> left = words(written.get(i));
          List<String> right = words(references.get(i));
          double hit = hits.applyAsInt(left, right);
          double precision = hit / Math.max(1, size.applyAsInt(left));
          double recall = hit / Math.max(1, size.applyAsInt(right));
          return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        })
        .average()
        .orElseThrow();
  }

  private static Map<List<String>, Integer> runs(int n, List<String> words) {
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      runs.merge(words.subList(i, i + n), 1, Integer::sum);
    }
    return runs;
  }

  private static int hits(Map<List<String>, Integer> left, Map<List<String>, Integer> right) {
    return left.entrySet().stream()
        .mapToInt(entry -> Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0)))
        .sum();
  }

  private static int common(List<String> left, List<String> right) {
    int[] above = new int[right.size() + 1];
    for (String word : left) {
      int[] row = new int[above.length];
      for (int j = 1; j < row.length; j++) {
        row[j] = word.equals(right.get(j - 1)) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
      }
      above = row;
    }
    return above[right.size()];
  }
}
