package spindle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns every failure into one line on standard error and an exit code; the stack trace goes to
/// the log.
final class ErrorLines implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorLines.class);

  private final Terminal terminal;
  private final Path log;

  /// @param log the file that holds the details
  ErrorLines(Terminal terminal, Path log) {
    this.terminal = terminal;
    this.log = log;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    return usage(messageOf(failure), failure.getCommandLine());
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof UsageException) {
      return usage(messageOf(failure), command);
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      say("interrupted");
      return ExitCode.INTERRUPTED;
    }
    LOG.error("{} failed", command.getCommandSpec().qualifiedName(), failure);
    say(sentence(failure));
    return ExitCode.FAILED;
  }

  private int usage(String message, CommandLine command) {
    say(message + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.USAGE;
  }

  /// Exceptions of our own packages carry a sentence for the user; of others only the files' do.
  private String sentence(Throwable failure) {
    return switch (failure) {
      case UncheckedIOException wrapped when wrapped.getCause() != null ->
          sentence(wrapped.getCause());
      case NoSuchFileException missing -> missing.getFile() + ": there is no such file";
      case AccessDeniedException denied -> denied.getFile() + ": access is denied";
      case FileSystemException file -> messageOf(file);
      case IOException io -> messageOf(io) + "; details in " + log;
      case RuntimeException own when isOwn(own) -> messageOf(own);
      default ->
          "an error of the program: "
              + failure.getClass().getSimpleName()
              + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")")
              + "; details in "
              + log;
    };
  }

  private static boolean isOwn(RuntimeException failure) {
    return failure.getMessage() != null
        && failure.getClass().getPackageName().startsWith("spindle.");
  }

  private static String messageOf(Throwable failure) {
    return Objects.requireNonNullElseGet(
        failure.getMessage(), () -> failure.getClass().getSimpleName());
  }

  private void say(String message) {
    terminal.err().println("spindle: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
