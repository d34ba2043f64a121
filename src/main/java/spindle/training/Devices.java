package spindle.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/// Opens devices by their names.
public final class Devices {

  private Devices() {}

  /// Returns a manager of a device's memory; whoever opens it closes it.
  ///
  /// @param name `cpu` or `gpu:0`, `gpu:1`, …; `gpu` is the first
  /// @throws TrainingException if there is no such device here
  public static NDManager open(String name) {
    if (name.equals("cpu")) {
      return NDManager.newBaseManager(Device.cpu());
    }
    if (!name.matches("gpu(:\\d+)?")) {
      throw new TrainingException(
          "there is no kind of device called " + name + ": use cpu, gpu or gpu:N");
    }
    int number = name.equals("gpu") ? 0 : Integer.parseInt(name.substring(4));
    int count = Engine.getInstance().getGpuCount();
    if (number >= count) {
      throw new TrainingException(
          "device %s is not there: %d GPUs are visible to libtorch; see the README on GPUs, or use cpu"
              .formatted(name, count));
    }
    return NDManager.newBaseManager(Device.gpu(number));
  }
}
