package spindle.task;

import java.util.random.RandomGenerator;

/// Makes the examples of a practice task.
interface PracticeMaker {

  /// Returns one example. Its label is drawn before its words, so that it depends on what the words
  /// say together and on no word alone.
  Example make(RandomGenerator random);
}
