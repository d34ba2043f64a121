package spindle.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

/// The devices that work for a study and what runs on them. Used by the engine's thread; what the
/// runner says arrives in a queue.
final class Crew implements AutoCloseable {

  private final TrialRunner runner;
  private final List<Place> places;
  private final BlockingQueue<Report> reports;
  private final Map<String, Job> running = new HashMap<>();
  private final Set<String> unwanted = new HashSet<>();

  /// An attempt that runs, and where.
  ///
  /// @param crew on whose devices
  /// @param attempt its name
  /// @param trial as it is run
  record Job(Crew crew, AttemptId attempt, TrialSpec trial) {}

  Crew(TrialRunner runner, List<Place> places, BlockingQueue<Report> reports) {
    this.runner = runner;
    this.places = places;
    this.reports = reports;
  }

  Set<String> running() {
    return Set.copyOf(running.keySet());
  }

  int free() {
    return places.stream().mapToInt(Place::slots).sum() - running.size();
  }

  /// Returns the label of the device, or of all.
  String device() {
    return places.stream().map(place -> place.device().label()).collect(Collectors.joining(","));
  }

  boolean worksOn(List<Place> others) {
    return places.equals(others);
  }

  /// Starts an attempt.
  ///
  /// @throws IllegalStateException if the runner was closed by the end of the process
  void submit(AttemptId attempt, TrialSpec trial) {
    Job job = new Job(this, attempt, trial);
    running.put(trial.id(), job);
    runner.submit(trial, new Reporter(job));
  }

  /// Asks a trial to end; empty if it does not run here.
  Optional<Job> cancel(String key) {
    Optional<Job> job = Optional.ofNullable(running.get(key));
    job.ifPresent(_ -> {
      unwanted.add(key);
      runner.cancel(key);
    });
    return job;
  }

  /// Takes a trial off that has ended. Returns whether that was asked for.
  boolean release(String key) {
    running.remove(key);
    return unwanted.remove(key);
  }

  @Override
  public void close() {
    runner.close();
  }

  /// Passes on what is said of one attempt.
  private final class Reporter implements TrialListener {

    private final Job job;
    private int step;

    Reporter(Job job) {
      this.job = job;
    }

    @Override
    public void started(TrialSpec trial, int steps) {
      reports.add(new Report.Started(job, steps));
    }

    @Override
    public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
      this.step = step;
      reports.add(new Report.Progressed(job, step, loss, tokensPerSecond));
    }

    @Override
    public void occupied(TrialSpec trial, long residentBytes) {
      reports.add(new Report.Occupied(job, step, residentBytes));
    }

    @Override
    public void scored(TrialSpec trial, int epoch, double score) {
      reports.add(new Report.Scored(job, epoch, score));
    }

    @Override
    public void finished(TrialSpec trial, TrialOutcome outcome) {
      reports.add(new Report.Ended(job, outcome));
    }
  }
}
