package spindle.cli;

import java.nio.file.Path;
import java.util.function.Function;
import spindle.study.CommandAnswer;
import spindle.study.StudyCommand;
import spindle.study.StudyRecords;

/// Gives orders to a study, and asks it.
final class StudyOrder {

  private final Services services;
  private final Terminal terminal;

  StudyOrder(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  /// Has a command carried out and tells what became of it.
  ///
  /// @throws CommandException if it is refused, or the wait for its answer is interrupted
  void send(Path file, StudyCommand command) {
    CommandAnswer answer;
    try {
      answer = services.studies().get().send(file, command);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CommandException(file + ": interrupted; the order stays posted");
    }
    switch (answer) {
      case CommandAnswer.Done(String what) -> terminal.err().println(what);
      case CommandAnswer.Refused(String why) -> throw new CommandException(file + ": " + why);
    }
  }

  /// Returns what the records of a study say.
  <T> T ask(Path file, Function<StudyRecords, T> question) {
    try (StudyRecords records = services.studies().get().files().read(file)) {
      return question.apply(records);
    }
  }
}
