package spindle.training.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The worker's end of the event stream: each event goes out as one whole line.
final class EventWriter {

  private final OutputStream out;
  private final Runnable onBroken;

  /// @param out unbuffered
  /// @param onBroken what to do when nobody reads any more
  EventWriter(OutputStream out, Runnable onBroken) {
    this.out = out;
    this.onBroken = onBroken;
  }

  /// Writes an event with a single call, on a line of its own: native code that shares the
  /// descriptor may have left a line unfinished.
  synchronized void write(Event event) {
    byte[] line = ("\n" + Lines.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      out.write(line);
      out.flush();
    } catch (IOException e) {
      onBroken.run();
    }
  }
}
