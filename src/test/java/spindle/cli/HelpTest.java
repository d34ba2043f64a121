package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "train",
        "design",
        "design sample",
        "design count",
        "design explain",
        "design validate",
        "tasks",
        "tasks list",
        "tasks show",
        "backbone",
        "backbone list",
        "backbone inspect",
        "doctor"
      })
  void everyCommandHasAHelpThatAnyTerminalShows(String command) {
    Session session = Session.withoutWork();
    String[] arguments =
        Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    assertEquals(0, session.run(arguments));
    assertTrue(session.out().getFirst().startsWith(("Usage: spindle " + command).strip()));
    assertEquals(
        List.of(),
        session.out().stream().filter(line -> line.length() > 100 || !isAscii(line)).toList());
    assertEquals(List.of(), session.err());
  }

  private static boolean isAscii(String line) {
    return line.chars().allMatch(letter -> letter < 128);
  }
}
