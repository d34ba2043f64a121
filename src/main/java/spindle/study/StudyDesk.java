package spindle.study;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Where studies are run and told what to do, from the window and the command line alike.
///
/// @param files in which they are kept
/// @param runners train
/// @param origins know where results come from
/// @param patterns write patterns
/// @param engines start engines as processes of their own
/// @param clock gives the time
public record StudyDesk(
    StudyFiles files,
    TrialRunners runners,
    Origins origins,
    PatternWriter patterns,
    EngineStarter engines,
    InstantSource clock) {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Has a command carried out: by the engine that runs the study, or here if there is none.
  ///
  /// @return what became of it
  /// @throws StoreException if the file cannot be used, or its owner does not answer
  /// @throws InterruptedException if the thread is interrupted; the command stays posted
  public CommandAnswer send(Path file, StudyCommand command) throws InterruptedException {
    try (StudyOwner owner = files.own(file)) {
      return new Orders(owner, patterns).carryOut(command);
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.OWNED) {
        throw e;
      }
    }
    return post(file, command);
  }

  private CommandAnswer post(Path file, StudyCommand command) throws InterruptedException {
    try (StudyCommands commands = files.commands(file)) {
      long number = commands.post(command);
      for (Duration waited = Duration.ZERO;
          waited.compareTo(PATIENCE) < 0;
          waited = waited.plus(LOOK)) {
        Optional<CommandAnswer> answer = commands.answer(number);
        if (answer.isPresent()) {
          return answer.get();
        }
        Thread.sleep(LOOK);
      }
    }
    throw new StoreException(
        StoreException.Kind.LATER,
        file + ": the process that runs the study does not answer; try again");
  }

  /// Runs a path of a study in this thread, as [StudyEngine#run].
  ///
  /// @throws StoreException if the file cannot be used or another process owns it
  public EngineEnd run(Path file, String path, EngineListener listener) {
    try (StudyOwner owner = files.own(file)) {
      EngineTools tools = new EngineTools(runners, origins, patterns, listener, clock);
      return new StudyEngine(owner, tools, path).run();
    }
  }

  /// Measures what a plan will take; see [Preflight]. The devices should have nothing else to do.
  ///
  /// @param places on which the plan is to run
  /// @throws InterruptedException if the thread is interrupted
  public Preflight preflight(StudyPlan plan, List<Place> places) throws InterruptedException {
    try (TrialRunner runner = runners.open(places)) {
      return PreflightRun.of(plan, places, runner);
    }
  }

  /// Says whether an engine runs a study.
  public static boolean runs(StudyRecords records) {
    return records.owner().filter(o -> o.life() == Ownership.Life.ALIVE).isPresent();
  }

  /// Returns the path that is to be continued: the one that was run last, else the newest one with
  /// an open stage, else the newest.
  public static StudyPath current(StudyRecords records) {
    var paths = records.paths();
    Optional<StudyPath> last =
        records.state().path().flatMap(name -> named(paths, name)).filter(p -> open(records, p));
    return last.or(() -> paths.reversed().stream().filter(p -> open(records, p)).findFirst())
        .orElseGet(paths::getLast);
  }

  private static Optional<StudyPath> named(List<StudyPath> paths, String name) {
    return paths.stream().filter(path -> path.name().equals(name)).findFirst();
  }

  private static boolean open(StudyRecords records, StudyPath path) {
    return path.open(records.plan()).isPresent();
  }
}
