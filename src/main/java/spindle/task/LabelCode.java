package spindle.task;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Turns the labels of a file into the numbers of examples.
sealed interface LabelCode {

  /// Labels that are whole numbers are scores when there are more different ones than this.
  int MOST_NUMBERED_CLASSES = 20;

  /// More classes than this are taken for a wrong column.
  int MOST_CLASSES = 500;

  /// A decimal number, as opposed to the hexadecimal, infinite and suffixed ones that Java reads.
  Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

  /// Each spelling stands for a class.
  ///
  /// @param indices class of each spelling
  record Spelled(Map<String, Integer> indices) implements LabelCode {
    public Spelled {
      indices = new LinkedHashMap<>(indices);
    }
  }

  /// A number in a range.
  record Ranged(double least, double most) implements LabelCode {}

  /// Returns the code whose classes are spelled so, in the order of their indices.
  static LabelCode spelled(List<String> spellings) {
    Map<String, Integer> indices = new LinkedHashMap<>();
    spellings.forEach(spelling -> indices.put(spelling, indices.size()));
    return new Spelled(indices);
  }

  /// Returns the code of a user's files.
  ///
  /// The labels are scores if all of the training file are numbers and one is not whole or there
  /// are more than [#MOST_NUMBERED_CLASSES] different ones; else they are classes, ordered by
  /// number if all are numbers and by spelling if not.
  ///
  /// @throws TaskException if the training labels make no task
  static LabelCode of(List<LabelledText> train, List<LabelledText> dev) {
    Set<String> labels = new HashSet<>();
    train.forEach(text -> labels.add(text.label()));
    boolean numbers = labels.stream().allMatch(label -> NUMBER.matcher(label).matches());
    if (numbers && isScore(labels)) {
      return range(train, dev);
    }
    requireClasses(train, labels);
    Comparator<String> byNumber = Comparator.comparingDouble(Double::parseDouble);
    Comparator<String> bySpelling = Comparator.naturalOrder();
    Set<String> sorted = new TreeSet<>(numbers ? byNumber.thenComparing(bySpelling) : bySpelling);
    sorted.addAll(labels);
    return spelled(List.copyOf(sorted));
  }

  /// Returns the example of a row.
  ///
  /// @throws TaskException if its label has no meaning here
  default Example example(LabelledText row) {
    return new Example(row.text(), row.second(), number(row));
  }

  /// Returns what a task with these labels asks for.
  default Target target() {
    return switch (this) {
      case Spelled(Map<String, Integer> indices) ->
          new Target.Classes(List.copyOf(indices.keySet()));
      case Ranged(double least, double most) -> new Target.Score(least, most);
    };
  }

  private double number(LabelledText row) {
    return switch (this) {
      case Spelled(Map<String, Integer> indices) -> {
        Integer index = indices.get(row.label());
        if (index == null) {
          String known = String.join(", ", indices.keySet().stream().limit(10).toList());
          throw row.error(
              "the label " + TaskException.quoted(row.label()) + " is unknown",
              "a label is one of " + known);
        }
        yield index;
      }
      case Ranged(double least, double most) -> {
        double score = parse(row);
        if (score < least || score > most) {
          throw row.error(
              "the score " + TaskException.quoted(row.label()) + " is out of range",
              "a score is a number from " + least + " to " + most);
        }
        yield score;
      }
    };
  }

  private static boolean isScore(Set<String> numbers) {
    return numbers.size() > MOST_NUMBERED_CLASSES
        || numbers.stream().mapToDouble(Double::parseDouble).anyMatch(n -> n != Math.rint(n));
  }

  private static LabelCode range(List<LabelledText> train, List<LabelledText> dev) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (List<LabelledText> file : List.of(train, dev)) {
      for (LabelledText row : file) {
        double score = parse(row);
        least = Math.min(least, score);
        most = Math.max(most, score);
      }
    }
    return new Ranged(least, most);
  }

  private static double parse(LabelledText row) {
    double number =
        NUMBER.matcher(row.label()).matches() ? Double.parseDouble(row.label()) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw row.error(
          "the score " + TaskException.quoted(row.label()) + " is not a number",
          "write a decimal number such as 3.5");
    }
    return number;
  }

  private static void requireClasses(List<LabelledText> train, Set<String> labels) {
    LabelledText first = train.getFirst();
    if (labels.size() < 2) {
      throw TaskException.of(
          first.place().file(),
          "every row has the label " + TaskException.quoted(first.label()),
          "name the column of the labels; a task needs at least two");
    }
    if (labels.size() > MOST_CLASSES) {
      throw TaskException.of(
          first.place().file(),
          "there are " + labels.size() + " different labels",
          "name the column of the labels; at most " + MOST_CLASSES + " are possible");
    }
    boolean once = train.stream().filter(row -> row.label().equals(first.label())).count() == 1;
    if (once && first.place().mayBeHeader() && train.size() > labels.size()) {
      throw first.error(
          "the label " + TaskException.quoted(first.label()) + " stands in this row only",
          "if it is a header, name the columns by their names");
    }
  }
}
