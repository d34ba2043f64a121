package spindle.ui.live;

import java.util.function.Consumer;

/// What the live page asks of the study. The verbs return soon; what they do is heard as events.
/// They are called off the UI thread.
public interface LiveGateway {

  /// Sets who hears of all trainings, from any thread; those that run or wait, the latest that have
  /// ended, and what the study is doing are told at once.
  void listen(Consumer<LiveEvent> hearer);

  /// Starts the study, or goes on with it.
  void start();

  /// Starts no more trainings until [#resume()]; those that run go on.
  void pause();

  /// Starts trainings again.
  void resume();

  /// Stops a training after its current step, or takes it from the queue.
  void stop(String trial);

  /// Stops all trainings and empties the queue.
  void stopAll();

  /// Queues a training again that was stopped or lost.
  void retry(String trial);
}
