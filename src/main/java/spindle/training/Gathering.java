package spindle.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import spindle.study.TrialOutcome;

/// Where the slots of a device meet: trials of equal structure that begin at about the same time
/// are trained by the first of their threads, while the others wait for their outcomes.
///
/// Safe for several threads.
final class Gathering {

  private final int most;
  private final Duration patience;
  private final Map<Structure, Party> open = new HashMap<>();

  /// Makes a place where nobody is yet.
  ///
  /// @param most trials that are trained together, at least 1
  /// @param patience how long a trial waits for others
  Gathering(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /// Returns the most trials that are trained together.
  int most() {
    return most;
  }

  private static final class Party {
    final List<Member> members = new ArrayList<>();
    final CompletableFuture<List<TrialOutcome>> outcomes = new CompletableFuture<>();
  }

  /// Trains a trial with those of its structure that others bring meanwhile, and returns how it
  /// ended.
  ///
  /// @param work trains some trials and returns how each ended, in order; what it throws, every one
  ///   of them throws
  TrialOutcome train(
      Structure structure, Member member, Function<List<Member>, List<TrialOutcome>> work) {
    Party party;
    int place;
    synchronized (this) {
      party = open.computeIfAbsent(structure, _ -> new Party());
      place = party.members.size();
      party.members.add(member);
      if (party.members.size() == most) {
        open.remove(structure, party);
        notifyAll();
      }
    }
    if (place == 0) {
      lead(structure, party, work);
    }
    return await(party).get(place);
  }

  private void lead(
      Structure structure, Party party, Function<List<Member>, List<TrialOutcome>> work) {
    try {
      awaitOthers(structure, party);
      party.outcomes.complete(work.apply(party.members));
    } catch (RuntimeException | Error e) {
      party.outcomes.completeExceptionally(e);
      throw e;
    }
  }

  private synchronized void awaitOthers(Structure structure, Party party) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      long left = patience.toMillis();
      while (open.get(structure) == party && left > 0) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("the trial was interrupted while it waited for others", e);
    } finally {
      open.remove(structure, party);
    }
  }

  private static List<TrialOutcome> await(Party party) {
    try {
      return party.outcomes.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("the trial was interrupted while others trained it", e);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }
}
