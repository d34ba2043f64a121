package spindle.task;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tasks that Spindle knows by name.
public final class TaskCatalog {

  private TaskCatalog() {}

  /// Where the examples of a known task come from.
  public enum Origin {
    /// The user's copy of the GLUE files.
    GLUE,
    /// The program makes them.
    PRACTICE
  }

  /// A known task.
  ///
  /// @param task its name, what it asks for, and its metric
  /// @param origin where its examples come from
  /// @param description its question, in one sentence
  public record Entry(Task task, Origin origin, String description) {}

  /// Returns the practice tasks, then those of GLUE.
  public static List<Entry> entries() {
    Stream<Entry> practice =
        Stream.of(PracticeTask.values())
            .map(task -> new Entry(task.task(), Origin.PRACTICE, task.description()));
    Stream<Entry> glue =
        Stream.of(Glue.values())
            .map(task -> new Entry(task.task(), Origin.GLUE, task.description()));
    return Stream.concat(practice, glue).toList();
  }

  /// Returns the known task of a name; case and punctuation do not count (`sst2` is `SST-2`).
  ///
  /// @throws TaskException if there is none
  public static Entry find(String name) {
    return entries().stream()
        .filter(entry -> Glue.plain(entry.task().name()).equals(Glue.plain(name)))
        .findFirst()
        .orElseThrow(() -> unknown(name, entries().stream()));
  }

  static Glue glue(String name) {
    return Glue.of(name).orElseThrow(() -> unknown(name, ofOrigin(Origin.GLUE)));
  }

  static PracticeTask practice(String name) {
    return Stream.of(PracticeTask.values())
        .filter(practice -> Glue.plain(practice.task().name()).equals(Glue.plain(name)))
        .findFirst()
        .orElseThrow(() -> unknown(name, ofOrigin(Origin.PRACTICE)));
  }

  private static Stream<Entry> ofOrigin(Origin origin) {
    return entries().stream().filter(entry -> entry.origin() == origin);
  }

  private static TaskException unknown(String name, Stream<Entry> known) {
    String names = known.map(entry -> entry.task().name()).collect(Collectors.joining(", "));
    return new TaskException(
        "there is no task " + TaskException.quoted(name) + "; the names are " + names);
  }
}
