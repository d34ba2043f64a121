package spindle.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import spindle.study.AttemptId;
import spindle.study.AttemptMetric;
import spindle.study.CommandAnswer;
import spindle.study.MetricPoint;
import spindle.study.StageKind;
import spindle.study.Study;
import spindle.study.StudyCommand;
import spindle.study.StudyCommands;
import spindle.study.StudyEvent;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// The study in the stored files of each version: one decision, a fork, one trial.
final class StoredStudy {

  static final TrialOutcome END = Studies.scored(0.875);
  static final List<MetricPoint> POINTS =
      List.of(new MetricPoint(10, 0.75), new MetricPoint(20, Double.NaN));
  static final List<StudyCommand> COMMANDS =
      List.of(
          new StudyCommand.Override("main", new StageKind.Grouping(), "spindle", "for a test"),
          new StudyCommand.Fork("main", new StageKind.Grouping(), "other"));

  private StoredStudy() {}

  /// Writes the file of the newest version.
  ///
  /// @param arguments the file
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    SqliteStudyFiles files = new SqliteStudyFiles(clock);
    files.create(file, Studies.plan(), Studies.LIMITS);
    try (StudyCommands commands = files.commands(file)) {
      COMMANDS.forEach(commands::post);
    }
    try (StudyOwner owner = files.own(file)) {
      Study study = new Study(owner.plan(), owner);
      TrialSpec trial = study.open(StudyPath.main()).orElseThrow().wanted().getFirst();
      AttemptId attempt = owner.begin(trial);
      owner.record(POINTS.stream().map(p -> new AttemptMetric(attempt, "loss", p)).toList());
      owner.finish(attempt, END, Studies.ORIGIN);
      paths(owner.plan()).forEach(owner::save);
      owner.answer(1, new CommandAnswer.Done("decided"));
      owner.log(StudyEvent.Level.NOTE, "made for a test");
    }
  }

  static List<StudyPath> paths(StudyPlan plan) {
    Study study = new Study(plan, _ -> List.of());
    StudyPath main = study.override(StudyPath.main(), "spindle", "for a test");
    return List.of(main, main.fork("other", new StageKind.Grouping()));
  }
}
