package spindle.ui.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/// The states that something went through, for undo and redo. A gesture counts as one change
/// however many states it passes.
///
/// @param <T> a state; immutable
final class History<T> {
  private final Deque<T> past = new ArrayDeque<>();
  private final Deque<T> future = new ArrayDeque<>();
  private T present;
  private boolean gesture;
  private boolean moved;

  History(T first) {
    present = first;
  }

  /// Returns the present state.
  T present() {
    return present;
  }

  /// Goes to a new state and forgets what was undone. Nothing happens if it is the present one.
  void go(T next) {
    if (next.equals(present)) {
      return;
    }
    if (!(gesture && moved)) {
      past.push(present);
    }
    moved = true;
    present = next;
    future.clear();
  }

  /// Begins a gesture: all changes until its end are undone together.
  void beginGesture() {
    gesture = true;
    moved = false;
  }

  /// Ends a gesture. If it came back to where it began, it leaves no trace.
  void endGesture() {
    if (gesture && moved && present.equals(past.peek())) {
      past.pop();
    }
    gesture = false;
    moved = false;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  /// Goes back one change, if there is one.
  void undo() {
    if (canUndo()) {
      future.push(present);
      present = past.pop();
    }
  }

  /// Takes back the last undo, if there is one.
  void redo() {
    if (canRedo()) {
      past.push(present);
      present = future.pop();
    }
  }
}
