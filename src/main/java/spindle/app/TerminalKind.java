package spindle.app;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import spindle.cli.Terminal.Kind;

/// Finds out what reads standard error.
final class TerminalKind {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private TerminalKind() {}

  /// Returns the kind: on Linux that of standard error itself, elsewhere that of the console.
  static Kind ofStandardError() {
    try {
      return kind(Files.readSymbolicLink(STANDARD_ERROR).toString());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
          ? Kind.INTERACTIVE
          : Kind.PLAIN;
    }
  }

  private static Kind kind(String target) {
    return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")
        ? Kind.INTERACTIVE
        : Kind.PLAIN;
  }
}
