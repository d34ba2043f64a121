package spindle.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// A runner that trains by a formula and ends trials in an order of chance, one whenever its slots
/// are full and one a millisecond otherwise. After some ends it may refuse to go on, as if the
/// process had been killed.
final class ShufflingRunner implements TrialRunner, TrialRunners {

  final List<String> submitted = new ArrayList<>();
  private final Map<String, TrialSpec> open = new LinkedHashMap<>();
  private final Map<String, TrialListener> listeners = new LinkedHashMap<>();
  private final RandomGenerator order;
  private final Function<TrialSpec, TrialOutcome> outcomes;
  private Optional<Thread> ending = Optional.empty();
  private int left;
  private boolean closed;

  ShufflingRunner(RandomGenerator order, int ends, Function<TrialSpec, TrialOutcome> outcomes) {
    this.order = order;
    this.left = ends;
    this.outcomes = outcomes;
  }

  @Override
  public synchronized TrialRunner open(List<Place> places) {
    closed = false;
    ending = Optional.of(Thread.ofPlatform().daemon().start(this::endAll));
    return this;
  }

  @Override
  public synchronized void submit(TrialSpec trial, TrialListener listener) {
    if (closed || open.putIfAbsent(trial.id(), trial) != null) {
      throw new IllegalStateException("closed, or twice " + trial.id());
    }
    submitted.add(trial.id());
    listeners.put(trial.id(), listener);
    listener.started(trial, 3);
    listener.progressed(trial, 1, 0.7, 1000);
  }

  @Override
  public synchronized void cancel(String trial) {
    if (open.containsKey(trial)) {
      end(trial, new TrialOutcome.Cancelled(1));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      List.copyOf(open.keySet()).forEach(id -> end(id, new TrialOutcome.Cancelled(1)));
    }
    ending.ifPresent(Thread::interrupt);
  }

  private void endAll() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(1);
        endOne();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void endOne() {
    if (closed || open.isEmpty()) {
      return;
    }
    if (left == 0) {
      closed = true;
      open.keySet().stream().toList().forEach(id -> end(id, new TrialOutcome.Cancelled(1)));
      return;
    }
    left--;
    List<String> ids = List.copyOf(open.keySet());
    String id = ids.get(order.nextInt(ids.size()));
    end(id, outcomes.apply(Objects.requireNonNull(open.get(id))));
  }

  private void end(String id, TrialOutcome outcome) {
    TrialSpec trial = Objects.requireNonNull(open.remove(id));
    Objects.requireNonNull(listeners.remove(id)).finished(trial, outcome);
  }
}
