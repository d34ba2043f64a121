package spindle.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import spindle.study.AttemptId;
import spindle.study.AttemptMetric;
import spindle.study.MetricPoint;
import spindle.study.Study;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.TrialSpec;

/// A process that owns a study and writes until it is killed. It says on its standard output which
/// attempts are recorded, once they are.
final class Writer {

  /// Points of each attempt.
  static final int POINTS = 5;

  private Writer() {}

  /// Writes until it is killed.
  ///
  /// @param arguments the file
  public static void main(String[] arguments) throws InterruptedException {
    StudyOwner owner = new SqliteStudyFiles(InstantSource.system()).own(Path.of(arguments[0]));
    Study study = new Study(owner.plan(), owner);
    TrialSpec trial = study.open(StudyPath.main()).orElseThrow().wanted().getFirst();
    while (true) {
      System.out.println(write(owner, trial).number());
      System.out.flush();
      Thread.sleep(2); // for those who wait for the write lock
    }
  }

  private static AttemptId write(StudyOwner owner, TrialSpec trial) {
    AttemptId[] attempt = new AttemptId[1];
    owner.together(() -> {
      AttemptId id = owner.begin(trial);
      List<AttemptMetric> points =
          IntStream.rangeClosed(1, POINTS)
              .mapToObj(step -> new AttemptMetric(id, "loss", new MetricPoint(step, step)))
              .toList();
      owner.record(points);
      owner.finish(id, Studies.scored(id.number() / 1e6), Studies.ORIGIN);
      attempt[0] = id;
    });
    return attempt[0];
  }
}
