package spindle.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Counts the words of examples.
///
/// @param vocabulary index of each counted word, marked by the text that it stands in
record WordCounts(Map<String, Integer> vocabulary) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final String SHARE = "share of shared words";

  WordCounts {
    vocabulary = Map.copyOf(vocabulary);
  }

  /// Returns the counts of the words that occur in some examples.
  static WordCounts of(List<Example> examples) {
    Map<String, Integer> vocabulary = new HashMap<>();
    for (Example example : examples) {
      for (String word : counted(example).keySet()) {
        vocabulary.putIfAbsent(word, vocabulary.size());
      }
    }
    return new WordCounts(vocabulary);
  }

  /// Returns the number of features.
  int size() {
    return vocabulary.size();
  }

  /// Returns the features of an example; unknown words do not count.
  Features features(Example example) {
    Map<String, Double> counted = counted(example);
    counted.keySet().retainAll(vocabulary.keySet());
    return new Features(
        counted.keySet().stream().mapToInt(vocabulary::get).toArray(),
        counted.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Map<String, Double> counted(Example example) {
    Map<String, Double> counts = new TreeMap<>();
    List<String> first = words(example.text());
    first.forEach(word -> counts.merge("1 " + word, 1.0, Double::sum));
    if (example.second().isPresent()) {
      List<String> second = words(example.second().get());
      second.forEach(word -> counts.merge("2 " + word, 1.0, Double::sum));
      Set<String> either = new HashSet<>(first);
      either.addAll(second);
      Set<String> both = new HashSet<>(first);
      both.retainAll(second);
      both.forEach(word -> counts.put("= " + word, 1.0));
      counts.put(SHARE, (double) both.size() / Math.max(1, either.size()));
    }
    return counts;
  }

  private static List<String> words(String text) {
    return new ArrayList<>(
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList());
  }
}
