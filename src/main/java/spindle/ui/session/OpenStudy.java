package spindle.ui.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.AttemptId;
import spindle.study.CommandAnswer;
import spindle.study.MetricPoint;
import spindle.study.Ownership;
import spindle.study.StoreException;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.study.StudyRecords;
import spindle.study.StudyState;

/// A study that the window has open: its file is watched by one thread, whoever runs it.
///
/// Closing it ends the watch only; an engine that runs the study goes on.
public final class OpenStudy implements StudyAccess, AutoCloseable {

  /// Shortest time between two looks at the file.
  static final Duration LOOK = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(OpenStudy.class);
  private static final Duration FAREWELL = Duration.ofSeconds(10);
  private static final String ENGINE = "the engine of the study";

  /// What is answered once an engine was started that has not come yet.
  static final CommandAnswer STARTING = new CommandAnswer.Done(ENGINE + " is being started");

  private final StudyDesk desk;
  private final Path file;
  private final StudyRecords records;
  private final SnapshotReader reader;
  private final Starts starts;
  private final List<Consumer<Standing>> hearers = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
  private final Thread watch;
  private volatile boolean closed;
  private volatile Standing last;
  private @Nullable Look seen;

  /// What tells whether a new snapshot is worth reading.
  private record Look(long version, EngineLife engine) {}

  /// Opens a study.
  ///
  /// @throws StoreException if the file cannot be read
  public OpenStudy(StudyDesk desk, Path file) {
    this.desk = desk;
    this.file = file.toAbsolutePath().normalize();
    this.records = desk.files().read(this.file);
    this.reader = new SnapshotReader(this.file, records);
    this.starts = new Starts(desk.clock());
    this.last = standing();
    this.watch = Thread.ofPlatform().name("study-watch").daemon().start(this::watch);
  }

  /// Returns the file of the study.
  public Path file() {
    return file;
  }

  /// Returns how the study stood when it was last looked at.
  public Standing now() {
    return last;
  }

  @Override
  public Runnable listen(Consumer<StudySnapshot> hearer) {
    return watch(standing -> hearer.accept(standing.study()));
  }

  @Override
  public Runnable watch(Consumer<Standing> hearer) {
    inTurn(() -> {
      hearers.add(hearer);
      tell(hearer, last);
    });
    return () -> hearers.remove(hearer);
  }

  private void inTurn(Runnable work) {
    turns.add(work);
  }

  /// A large study is looked at less often, so that looking takes a quarter of a core at most.
  private void watch() {
    long wait = LOOK.toMillis();
    try {
      while (!closed) {
        Runnable turn = turns.poll(wait, TimeUnit.MILLISECONDS);
        long begun = System.nanoTime();
        if (turn == null) {
          look();
        } else {
          turn.run();
        }
        long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        wait = Math.max(LOOK.toMillis(), 3 * spent);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      EngineLife engine = engine(records.state());
      Look now = new Look(records.version(), engine);
      if (!now.equals(seen)) {
        seen = now;
        spread(standing());
      }
    } catch (RuntimeException e) { // outermost frame of this thread
      String reason = String.valueOf(e.getMessage());
      if (!last.study().notice().equals(Optional.of(reason))) {
        LOG.error("{} cannot be read", file, e);
        spread(broken(reason));
      }
    }
  }

  private void spread(Standing standing) {
    last = standing;
    hearers.forEach(hearer -> tell(hearer, standing));
  }

  private void tell(Consumer<Standing> hearer, Standing standing) {
    try {
      hearer.accept(standing);
    } catch (RuntimeException e) { // one page that fails must not silence the others
      LOG.error("a page could not take how {} stands", file, e);
    }
  }

  private Standing standing() {
    StudySnapshot study = reader.read();
    Optional<Instant> since =
        records.owner().filter(o -> o.life() == Ownership.Life.ALIVE).map(Ownership::started);
    return new Standing(study, engine(study.state()), since);
  }

  private EngineLife engine(StudyState state) {
    return starts.life(StudyDesk.runs(records), state.phase());
  }

  private Standing broken(String reason) {
    StudySnapshot old = last.study();
    return new Standing(old.with(Optional.of(reason)), last.engine(), last.since());
  }

  @Override
  public CommandAnswer send(StudyCommand command) {
    try {
      return command instanceof StudyCommand.Start(String path)
          ? start(path)
          : desk.send(file, command);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new CommandAnswer.Refused(ENGINE + " was not waited for");
    } finally {
      inTurn(this::refresh);
    }
  }

  /// What was just done is shown at once, not at the next look.
  private void refresh() {
    try {
      spread(standing());
    } catch (RuntimeException e) { // the next look tells it
      LOG.debug("{} cannot be read", file, e);
    }
  }

  private CommandAnswer start(String path) throws InterruptedException {
    awaitFarewell();
    if (StudyDesk.runs(records)) {
      return desk.send(file, new StudyCommand.Start(path));
    }
    synchronized (starts) {
      if (starts.isPending()) {
        return STARTING;
      }
      starts.begun(desk.engines().start(file, path));
    }
    return STARTING;
  }

  /// An engine that has said that it ends takes no more commands.
  private void awaitFarewell() throws InterruptedException {
    Duration waited = Duration.ZERO;
    while (records.state().phase() == StudyState.Phase.IDLE
        && StudyDesk.runs(records)
        && waited.compareTo(FAREWELL) < 0) {
      Thread.sleep(LOOK);
      waited = waited.plus(LOOK);
    }
  }

  @Override
  public List<MetricPoint> curve(AttemptId attempt, String metric) {
    return closed ? List.of() : records.curve(attempt, metric);
  }

  /// Returns the file with the words of an engine that never came; empty text if there is none.
  public String output() {
    return starts.output();
  }

  @Override
  public void close() {
    closed = true;
    inTurn(() -> {});
    try {
      watch.join(FAREWELL);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    records.close();
  }
}
