package spindle.training.writing;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spindle.backbone.Backbone;
import spindle.backbone.Decoding;
import spindle.design.LayerPlan;
import spindle.design.Tuning;

/// Writes texts with a bare BART or T5 on demand: `src/bench/write.py` runs it against Hugging
/// Face's `generate`, in turn.
///
/// Prints the read texts, then answers each line of two numbers, beams and repeats, with wall and
/// processor seconds and the tokens of the first text. Arguments: folder, texts, their tokens,
/// tokens to write.
public final class WriteBench {

  private WriteBench() {}

  /// Answers until standard input ends.
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<int[]> texts = texts(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    int length = Integer.parseInt(args[3]);
    try (TinyWriter writer = new TinyWriter(folder, nothing(folder))) {
      System.out.println(Arrays.deepToString(texts.toArray()));
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] order = line.split(" ", -1);
        answer(writer, texts, decoding(Integer.parseInt(order[0]), length), order[1]);
      }
    }
  }

  private static void answer(
      TinyWriter writer, List<int[]> texts, Decoding decoding, String repeats) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long wall = System.nanoTime();
    long processor = system.getProcessCpuTime();
    int[] first = {};
    for (int i = 0; i < Integer.parseInt(repeats); i++) {
      first = writer.write(texts, decoding).getFirst();
    }
    System.out.printf(
        "%f %f %s%n",
        (System.nanoTime() - wall) / 1e9,
        (system.getProcessCpuTime() - processor) / 1e9,
        Arrays.toString(first));
  }

  private static Decoding decoding(int beams, int length) {
    return new Decoding(
        beams,
        length,
        length,
        1,
        Decoding.Stopping.WHEN_BEATEN,
        0,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static Tuning nothing(Path folder) {
    try (Backbone backbone = Backbone.open("bench", folder)) {
      LayerPlan plan = new LayerPlan(Collections.nCopies(backbone.shape().layers(), List.of()));
      return new Tuning.Modules(plan, Tuning.Outside.FROZEN);
    }
  }

  private static List<int[]> texts(int count, int tokens) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count)
        .mapToObj(_ -> random.ints(tokens, 100, 30_000).toArray())
        .toList();
  }
}
