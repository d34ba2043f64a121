package spindle.app;

import java.nio.file.Path;
import picocli.CommandLine;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.cli.CommandLines;
import spindle.cli.Services;
import spindle.cli.Terminal;

/// Puts the parts of the program together.
final class Wiring {

  private final CacheFolders folders;
  private final Path log;

  /// @param folders caches of this user
  /// @param log file that holds the details of failures
  Wiring(CacheFolders folders, Path log) {
    this.folders = folders;
    this.log = log;
  }

  /// Returns the command line on this process's streams.
  CommandLine commandLine() {
    Terminal terminal = new Terminal(System.out, System.err, TerminalKind.ofStandardError());
    return CommandLines.create(services(), terminal, log);
  }

  private Services services() {
    return new Services(
        () -> {
          throw new IllegalStateException("no runner yet");
        },
        () -> new LocalBackbones(new Backbones(folders)),
        () -> {
          throw new IllegalStateException("no parity yet");
        });
  }
}
