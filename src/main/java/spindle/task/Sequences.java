package spindle.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Makes rows of three to eight letters, in which no letter is twice, that are to be written again.
///
/// @param order of the letters in the text to write
record Sequences(UnaryOperator<List<String>> order) implements PracticeMaker {

  private static final int LETTERS = 26;
  private static final int FEWEST = 3;
  private static final int MOST = 8;

  @Override
  public Example make(RandomGenerator random) {
    int length = FEWEST + random.nextInt(MOST - FEWEST + 1);
    List<String> letters = new ArrayList<>(length);
    Draw.order(LETTERS, random).stream()
        .limit(length)
        .forEach(letter -> letters.add(String.valueOf((char) ('a' + letter))));
    return Example.written(String.join(" ", letters), String.join(" ", order.apply(letters)));
  }
}
