package spindle.training.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/// The settings of native code that hold for one thread.
public final class TorchThread {

  private TorchThread() {}

  /// Makes the calling thread a trainer: one native thread, gradients recorded, no profiling of
  /// programs. A trial's result must not depend on how many trials run beside it.
  public static void prepare() {
    Engine.getInstance(); // loads the native library
    JniUtils.setNumThreads(1);
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(true);
  }

  /// Gives the memory of the graphics cards that libtorch holds in reserve back to them, so that
  /// other processes can have it. For GPUs only: the CPU's libtorch has no such reserve.
  public static void giveBackMemory() {
    JniUtils.emptyCudaCache();
  }

  /// Runs something without recording gradients.
  public static <T> T withoutGradients(java.util.function.Supplier<T> work) {
    JniUtils.setGradMode(false);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(true);
    }
  }
}
