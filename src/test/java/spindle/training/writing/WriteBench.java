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
import spindle.design.BackboneShape;
import spindle.design.FeedForward;
import spindle.design.LayerPlan;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.training.Roofline;

/// Writes texts with a bare BART or T5 on demand: `src/bench/write.py` runs it against Hugging
/// Face's `generate`, in turn.
///
/// Prints the read texts, then answers each line of two numbers, beams and repeats, with wall and
/// processor seconds and the tokens of the first text. Arguments: folder, texts, their tokens,
/// tokens to write. The line `roofline` asks for that of all answers so far.
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
      Done done = new Done(0, 0);
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        if (line.strip().equals("roofline")) {
          double rate = done.work() / done.seconds();
          double peak = Roofline.peak(Precision.FLOAT32);
          System.out.println(Roofline.line(rate, peak, Precision.FLOAT32, 1));
          continue;
        }
        String[] order = line.split(" ", 2);
        int beams = Integer.parseInt(order[0]);
        int repeats = Integer.parseInt(order[1].strip());
        double seconds = answer(writer, texts, decoding(beams, length), repeats);
        long work = work(writer.backbone(), texts, beams, length);
        done = new Done(done.work() + (double) repeats * work, done.seconds() + seconds);
      }
    }
  }

  /// Operations that were counted, and the processor seconds that they took.
  private record Done(double work, double seconds) {}

  /// Counts the floating-point operations of the matrix products of one answer: the encoder once,
  /// the keys and values of the texts once, and each step of the decoder with what was kept.
  private static long work(Backbone backbone, List<int[]> texts, int beams, int length) {
    BackboneShape shape = backbone.shape();
    long maps = shape.feedForward() == FeedForward.GATED ? 3 : 2;
    long square = (long) shape.hidden() * shape.attention();
    long layer = 4 * square + maps * shape.hidden() * shape.inner();
    long read = texts.getFirst().length;
    long encoder = layer + 2 * read * shape.attention();
    long keys = 2 * square;
    long steps =
        length * (layer + 2 * square + 2 * read * shape.attention())
            + (long) length * (length + 1) * shape.attention();
    long table = (long) length * shape.hidden() * backbone.config().vocabulary();
    return 2L
        * texts.size()
        * (read * (shape.encoderLayers() * encoder + shape.decoderLayers() * keys)
            + beams * (shape.decoderLayers() * steps + table));
  }

  /// Answers and returns the processor seconds.
  private static double answer(
      TinyWriter writer, List<int[]> texts, Decoding decoding, int repeats) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long wall = System.nanoTime();
    long processor = system.getProcessCpuTime();
    int[] first = {};
    for (int i = 0; i < repeats; i++) {
      first = writer.write(texts, decoding).getFirst();
    }
    double seconds = (system.getProcessCpuTime() - processor) / 1e9;
    System.out.printf(
        "%f %f %s%n", (System.nanoTime() - wall) / 1e9, seconds, Arrays.toString(first));
    return seconds;
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
