package spindle.task;

import java.util.List;
import java.util.Optional;

/// How the texts of an example are joined to one, in the form of T5: the task's name, then each
/// text after the name of its field and a colon.
///
/// @param prefix the task's name
/// @param fields names of the example's texts, in the order of the example
/// @param order in which the fields stand
record Template(String prefix, List<String> fields, List<Integer> order) {

  private static final List<Integer> AS_THEY_ARE = List.of(0, 1);

  Template {
    fields = List.copyOf(fields);
    order = List.copyOf(order);
  }

  /// Returns the template of a task: a task of GLUE has that of T5, any other has its name and
  /// `sentence`, or `sentence1` and `sentence2` for pairs.
  static Template of(Task task) {
    Optional<Glue> glue = Glue.of(task.name()).filter(known -> known.task().equals(task));
    return glue.map(Template::of).orElseGet(() -> plain(task.name()));
  }

  private static Template of(Glue glue) {
    return switch (glue) {
      case MNLI, MNLI_MM -> new Template("mnli", List.of("premise", "hypothesis"), List.of(1, 0));
      case QQP -> new Template("qqp", List.of("question1", "question2"), AS_THEY_ARE);
      case QNLI -> new Template("qnli", List.of("question", "sentence"), AS_THEY_ARE);
      case COLA, SST_2, MRPC, STS_B, RTE, WNLI -> plain(Glue.plain(glue.task().name()));
    };
  }

  private static Template plain(String name) {
    return new Template(name, List.of("sentence1", "sentence2"), AS_THEY_ARE);
  }

  /// Returns the texts of an example as one.
  String source(Example example) {
    List<String> texts = example.texts();
    if (texts.size() == 1) {
      return prefix + " sentence: " + texts.getFirst();
    }
    StringBuilder joined = new StringBuilder(prefix);
    for (int i : order) {
      joined.append(' ').append(fields.get(i)).append(": ").append(texts.get(i));
    }
    return joined.toString();
  }
}
