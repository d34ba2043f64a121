package spindle.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/// A task whose examples the program makes, so that it can be tried without any data.
///
/// The examples are always the same: the seed of their generator is the CRC-32 of the task's name.
@SuppressWarnings("ImmutableEnumChecker") // its lists and records never change
enum PracticeTask {
  REVIEWS(
      "reviews",
      new Target.Classes(List.of("negative", "positive")),
      "Does this review praise or blame, all negations and contrasts considered?",
      Reviews::new),
  GRAMMAR(
      "grammar",
      new Target.Classes(List.of("unacceptable", "acceptable")),
      "Is this an acceptable English sentence?",
      Acceptability::new),
  PARAPHRASE(
      "paraphrase",
      new Target.Classes(List.of("not_equivalent", "equivalent")),
      "Do these two sentences mean the same, whoever does what to whom?",
      Paraphrases::new),
  ENTAILMENT(
      "entailment",
      new Target.Classes(List.of("entailment", "not_entailment")),
      "Does the first text imply the second?",
      Entailments::new),
  SIMILARITY(
      "similarity",
      new Target.Score(0, 5),
      "How alike in meaning are these two scenes, from 0 to 5?",
      Similarity::new),
  COPY(
      "copy",
      new Target.Text(),
      "What are these letters, copied?",
      () -> new Sequences(letters -> letters)),
  REVERSE(
      "reverse",
      new Target.Text(),
      "What are these letters in reverse order?",
      () -> new Sequences(List::reversed));

  /// Examples held out of the training file for selection.
  static final int SELECTION = 500;

  private static final int TRAINING_FILE = 4500;
  private static final int CONFIRMATION = 500;

  private final String shownName;
  private final Target target;
  private final String description;
  private final Supplier<PracticeMaker> maker;

  PracticeTask(String shownName, Target target, String description, Supplier<PracticeMaker> maker) {
    this.shownName = shownName;
    this.target = target;
    this.description = description;
    this.maker = maker;
  }

  /// Returns the problem without its data.
  Task task() {
    Metric metric =
        switch (this) {
          case GRAMMAR -> Metric.MATTHEWS;
          case SIMILARITY -> Metric.SPEARMAN;
          case REVIEWS, PARAPHRASE, ENTAILMENT -> Metric.ACCURACY;
          case COPY, REVERSE -> Metric.EXACT_MATCH;
        };
    return new Task(shownName, target, metric);
  }

  /// Returns the question that the task asks.
  String description() {
    return description;
  }

  /// Returns the examples, no text twice: first those of the training file, then those of the
  /// development file.
  Examples examples() {
    CRC32 seed = new CRC32();
    seed.update(shownName.getBytes(StandardCharsets.UTF_8));
    RandomGenerator random = new SplittableRandom(seed.getValue());
    PracticeMaker making = maker.get();
    Set<List<String>> seen = new HashSet<>();
    List<Example> made = new ArrayList<>();
    while (made.size() < TRAINING_FILE + CONFIRMATION) {
      Example example = making.make(random);
      if (seen.add(example.texts())) {
        made.add(example);
      }
    }
    return new Examples(made.subList(0, TRAINING_FILE), made.subList(TRAINING_FILE, made.size()));
  }
}
