package spindle.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A task as a model that writes texts sees it: each example has a source text and a target text,
/// and what was written is read back as an answer and scored by the task's own metric.
///
/// | task | source | target |
/// |---|---|---|
/// | a text is asked for | the example's text | the example's text to write |
/// | classes | `sst2 sentence: …`, `mrpc sentence1: … sentence2: …` | the name of the class |
/// | score | `stsb sentence1: … sentence2: …` | the number, rounded to a step of [Steps] |
///
/// A class is read back only by its exact name, a score only from a decimal number in the task's
/// range; blanks around and between words do not count. Any other text is wrong: it is in no class,
/// and as a score it is 0.2 of the range below the lowest (-1 for STS-B), both as in T5.
///
/// Source: Raffel et al., "Exploring the Limits of Transfer Learning with a Unified Text-to-Text
/// Transformer", JMLR 21, 2020, arXiv:1910.10683, appendix D.
public final class TextTask {

  private final Task task;
  private final Template template;

  private TextTask(Task task, Template template) {
    this.task = task;
    this.template = template;
  }

  /// Returns a task as texts: those of GLUE in the form of T5, others in the same way.
  public static TextTask of(Task task) {
    return new TextTask(task, Template.of(task));
  }

  /// Returns the task itself.
  public Task task() {
    return task;
  }

  /// Returns what a model is given of an example.
  public String source(Example example) {
    return switch (task.target()) {
      case Target.Text _ -> example.text();
      case Target.Classes _, Target.Score _ -> template.source(example);
    };
  }

  /// Returns what a model should write for an example.
  public String target(Example example) {
    return switch (task.target()) {
      case Target.Text _ -> example.reference();
      case Target.Classes(List<String> labels) -> labels.get((int) example.label());
      case Target.Score score -> Steps.of(score).text(example.label());
    };
  }

  /// Returns the score of written texts in the task's own metric.
  ///
  /// @param written a text for each example
  /// @throws IllegalArgumentException if the lengths differ or there are no examples
  public double score(List<String> written, List<Example> examples) {
    return score(task.metric(), written, examples);
  }

  /// Returns the scores of written texts in all of the task's metrics, its own first.
  ///
  /// @param written a text for each example
  /// @throws IllegalArgumentException if the lengths differ or there are no examples
  public Map<Metric, Double> scores(List<String> written, List<Example> examples) {
    Map<Metric, Double> scores = new LinkedHashMap<>();
    task.metrics().forEach(metric -> scores.put(metric, score(metric, written, examples)));
    return scores;
  }

  private double score(Metric metric, List<String> written, List<Example> examples) {
    return switch (task.target()) {
      case Target.Text _ -> metric.ofTexts(written, references(examples));
      case Target.Classes(List<String> labels) ->
          metric.of(
              written.stream().map(text -> (double) classOf(text, labels)).toList(),
              examples.stream().map(Example::label).toList());
      case Target.Score score ->
          metric.of(
              written.stream().map(text -> Steps.of(score).read(text)).toList(),
              examples.stream().map(Example::label).toList());
    };
  }

  private static List<String> references(List<Example> examples) {
    return examples.stream().map(Example::reference).toList();
  }

  /// Returns the index of a class, or -1.
  private static int classOf(String text, List<String> labels) {
    String name = Metric.words(text);
    return IntStream.range(0, labels.size())
        .filter(i -> Metric.words(labels.get(i)).equals(name))
        .findFirst()
        .orElse(-1);
  }
}
