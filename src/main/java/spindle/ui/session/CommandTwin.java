package spindle.ui.session;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line that does what an action of the window does.
///
/// @param words of the command, the program's name left out
public record CommandTwin(List<String> words) {

  /// Copies the words.
  public CommandTwin {
    words = List.copyOf(words);
  }

  /// Returns the command of some words.
  public static CommandTwin of(String... words) {
    return new CommandTwin(List.of(words));
  }

  /// Returns the command as it is typed into a shell.
  ///
  /// @param program words that start the program, such as `java -jar spindle.jar`
  public String line(String program) {
    return Stream.concat(Stream.of(program), words.stream().map(CommandTwin::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
