package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import spindle.design.Precision;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// What a benchmark's arithmetic is held against: a large matrix product in the same process.
public final class Roofline {

  private static final int ROWS = 2048;
  private static final int WIDTH = 1024;
  private static final int ROUNDS = 15;

  /// The product alone, in the format of `w`.
  private static final String PROGRAM =
      """
        def product(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:
          return torch.linear(x, w)

        def half(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.to(x, 15)
      """;

  private Roofline() {}

  /// Returns the floating-point operations of a processor second of a product of 2048 x 1024 by
  /// 1024 x 1024 on the calling thread, in the best of fifteen rounds.
  public static double peak(Precision precision) {
    TorchThread.prepare();
    try (NDManager manager = Devices.open("cpu");
        ScriptModule module = ScriptModule.load(manager, PROGRAM)) {
      List<NDArray> factors =
          List.of(
              factor(manager, module, ROWS, precision), factor(manager, module, WIDTH, precision));
      var threads = ManagementFactory.getThreadMXBean();
      long best = Long.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        long began = threads.getCurrentThreadCpuTime();
        TorchThread.withoutGradients(() -> module.call("product", factors)).close();
        best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
      }
      return 2.0 * ROWS * WIDTH * WIDTH / best * 1e9;
    }
  }

  private static NDArray factor(
      NDManager manager, ScriptModule module, int rows, Precision precision) {
    NDArray x = manager.randomNormal(new Shape(rows, WIDTH), DataType.FLOAT32);
    return switch (precision) {
      case FLOAT32, TF32 -> x;
      case BFLOAT16 -> module.call("half", List.of(x));
    };
  }

  /// Returns the line of a benchmark, such as `roofline: 71 of 98 GFLOP/s (0.72), float32, 1
  /// thread`.
  ///
  /// @param rate floating-point operations a second of the work
  /// @param peak those of the product, of all threads together
  public static String line(double rate, double peak, Precision precision, int threads) {
    return String.format(
        Locale.ROOT,
        "roofline: %.0f of %.0f GFLOP/s (%.2f), %s, %d %s",
        rate / 1e9,
        peak / 1e9,
        rate / peak,
        precision.name().toLowerCase(Locale.ROOT),
        threads,
        threads == 1 ? "thread" : "threads");
  }
}
