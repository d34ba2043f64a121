package spindle.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import spindle.study.Seed;
import spindle.task.Baseline;
import spindle.task.Example;
import spindle.task.Target;
import spindle.task.TaskCatalog;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;

/// Tells which tasks there are and what is in them.
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    description = "Tells which tasks there are and what is in them.")
final class TasksCommand implements Runnable {

  private static final int SHOWN = 5;

  private final Terminal terminal;

  TasksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new UsageException("list or show is missing");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tasks that are known by name.")
  void list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
    for (TaskCatalog.Entry entry : TaskCatalog.entries()) {
      terminal.out().println(json ? line(entry) : text(entry));
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Reads tasks and shows their sizes, some examples, and what a linear model over bags of",
        "words scores on them or, where a text is asked for, copying the given one."
      })
  void show(
      @Parameters(
              arity = "1..*",
              paramLabel = "NAME",
              description = "Tasks, or csv or text for own files.")
          List<String> names,
      @Mixin TaskOptions files,
      @Option(names = "--json", description = "One JSON object a task, one a line.") boolean json) {
    for (TaskSource source : files.sources(names)) {
      TaskData data = Tasks.read(source, new Seed(1).with("use", "splits").generator());
      double baseline = Baseline.score(data);
      terminal.out().println(json ? line(data, baseline) : text(data, baseline));
    }
  }

  private static String text(TaskCatalog.Entry entry) {
    return String.format(
        Locale.ROOT,
        "%-11s %-9s %-11s %s",
        entry.task().name(),
        entry.origin() == TaskCatalog.Origin.GLUE ? "GLUE" : "practice",
        entry.task().metric().name().toLowerCase(Locale.ROOT),
        entry.description());
  }

  private static String line(TaskCatalog.Entry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("task", entry.task().name())
        .put("origin", entry.origin().name().toLowerCase(Locale.ROOT))
        .put("metric", entry.task().metric().name().toLowerCase(Locale.ROOT))
        .put("description", entry.description())
        .toString();
  }

  private static String line(TaskData data, double baseline) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("task", data.task().name());
    line.put("metric", data.task().metric().name().toLowerCase(Locale.ROOT));
    line.put("training", data.training().size());
    line.put("selection", data.selection().size());
    line.put("confirmation", data.confirmation().size());
    line.put(data.task().target() instanceof Target.Text ? "copying" : "bagOfWords", baseline);
    return line.toString();
  }

  private static String text(TaskData data, double baseline) {
    String head =
        String.format(
            Locale.ROOT,
            "%s: %,d training, %,d selection, %,d confirmation examples%n%s; %s %s %.4f",
            data.task().name(),
            data.training().size(),
            data.selection().size(),
            data.confirmation().size(),
            target(data.task().target()),
            data.task().target() instanceof Target.Text ? "copying" : "bag of words",
            data.task().metric().name().toLowerCase(Locale.ROOT),
            baseline);
    Stream<String> examples =
        data.confirmation().stream().limit(SHOWN).map(example -> text(data, example));
    return String.join(System.lineSeparator(), Stream.concat(Stream.of(head), examples).toList());
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Classes(List<String> labels) -> "classes " + String.join(", ", labels);
      case Target.Score(double least, double most) ->
          String.format(Locale.ROOT, "a score from %.0f to %.0f", least, most);
      case Target.Text _ -> "a text";
    };
  }

  private static String text(TaskData data, Example example) {
    String label =
        switch (data.task().target()) {
          case Target.Classes(List<String> labels) -> labels.get((int) example.label());
          case Target.Score _ -> String.format(Locale.ROOT, "%.1f", example.label());
          case Target.Text _ -> example.reference();
        };
    return "  [" + label + "] " + String.join(" | ", example.texts());
  }
}
