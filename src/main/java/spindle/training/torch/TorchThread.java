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
