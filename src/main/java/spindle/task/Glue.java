package spindle.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spindle.task.Layout.Flaws;
import spindle.task.Layout.Header;

/// The tasks of GLUE, with the layout of their published files.
///
/// Classes are in the order of the Hugging Face data set `glue`. Each task has the one metric that
/// designs are ranked by: Matthews correlation for CoLA, Spearman for STS-B, accuracy for the
/// others.
///
/// Source: Wang et al., "GLUE: A Multi-Task Benchmark and Analysis Platform for Natural Language
/// Understanding", arXiv:1804.07461.
@SuppressWarnings("ImmutableEnumChecker") // its lists and records never change
enum Glue {
  COLA(
      "CoLA",
      List.of("unacceptable", "acceptable"),
      List.of("4", "2"),
      "Is this an acceptable English sentence?"),
  SST_2(
      "SST-2",
      List.of("negative", "positive"),
      List.of("sentence", "label"),
      "Is this phrase of a film review positive?"),
  MRPC(
      "MRPC",
      List.of("not_equivalent", "equivalent"),
      List.of("#1 String", "#2 String", "Quality"),
      "Do these two sentences from the news mean the same?"),
  STS_B(
      "STS-B",
      List.of(),
      List.of("sentence1", "sentence2", "score"),
      "How alike in meaning are these two sentences, from 0 to 5?"),
  QQP(
      "QQP",
      List.of("not_duplicate", "duplicate"),
      List.of("question1", "question2", "is_duplicate"),
      "Do these two questions ask the same?"),
  MNLI(
      "MNLI",
      List.of("entailment", "neutral", "contradiction"),
      List.of("sentence1", "sentence2", "gold_label"),
      "Does the first text imply or contradict the second, in the genres of the training file?"),
  MNLI_MM(
      "MNLI-mm",
      List.of("entailment", "neutral", "contradiction"),
      List.of("sentence1", "sentence2", "gold_label"),
      "Does the first text imply or contradict the second, in other genres?"),
  QNLI(
      "QNLI",
      List.of("entailment", "not_entailment"),
      List.of("question", "sentence", "label"),
      "Does this sentence answer the question?"),
  RTE(
      "RTE",
      List.of("entailment", "not_entailment"),
      List.of("sentence1", "sentence2", "label"),
      "Does the first text imply the second?"),
  WNLI(
      "WNLI",
      List.of("not_entailment", "entailment"),
      List.of("sentence1", "sentence2", "label"),
      "Is the pronoun of the first text replaced rightly in the second?");

  private final String shownName;
  private final List<String> classes;
  private final List<Column> columns;
  private final String description;

  Glue(String shownName, List<String> classes, List<String> columns, String description) {
    this.shownName = shownName;
    this.classes = classes;
    this.columns = columns.stream().map(Column::of).toList();
    this.description = description;
  }

  /// Returns the task of a name, whatever its case and punctuation.
  static Optional<Glue> of(String name) {
    return Stream.of(values())
        .filter(glue -> plain(glue.shownName).equals(plain(name)))
        .findFirst();
  }

  /// Returns the letters and digits of a name in lower case.
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// Returns the question that the task asks.
  String description() {
    return description;
  }

  /// Returns the problem without its data.
  Task task() {
    if (this == STS_B) {
      return new Task(shownName, new Target.Score(0, 5), Metric.SPEARMAN);
    }
    Metric metric = this == COLA ? Metric.MATTHEWS : Metric.ACCURACY;
    return new Task(shownName, new Target.Classes(classes), metric);
  }

  /// Returns where in the task's files the texts and labels stand.
  Layout layout() {
    return new Layout(
        Delimiter.TAB,
        this == COLA ? Header.ABSENT : Header.PRESENT,
        columns.getFirst(),
        columns.size() == 3 ? Optional.of(columns.get(1)) : Optional.empty(),
        columns.getLast(),
        this == QQP ? Flaws.FEW_SKIPPED : Flaws.REFUSED);
  }

  /// Returns how the task's files spell the labels.
  LabelCode code() {
    return switch (this) {
      case STS_B -> new LabelCode.Ranged(0, 5);
      case MNLI, MNLI_MM, QNLI, RTE -> LabelCode.spelled(classes);
      case COLA, SST_2, MRPC, QQP, WNLI ->
          LabelCode.spelled(
              IntStream.range(0, classes.size()).mapToObj(Integer::toString).toList());
    };
  }

  /// Returns the usual name of the task's folder.
  String folder() {
    return this == MNLI_MM ? MNLI.shownName : shownName;
  }

  /// Returns the name of the task's development file.
  String devFile() {
    return switch (this) {
      case MNLI -> "dev_matched.tsv";
      case MNLI_MM -> "dev_mismatched.tsv";
      case COLA, SST_2, MRPC, STS_B, QQP, QNLI, RTE, WNLI -> "dev.tsv";
    };
  }
}
