package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import java.util.List;
import spindle.training.torch.ScriptModule;

/// A writer's program on a device, with the values of its tensors.
///
/// @param module the loaded program
/// @param frozen the list `w`
/// @param theta the trained scalars
/// @param start token that a decoder begins with
/// @param end token that ends a text
/// @param padding token behind the end of a text
public record WriterProgram(
    ScriptModule module, List<NDArray> frozen, NDArray theta, int start, int end, int padding) {

  /// Copies the list and makes it passable.
  public WriterProgram {
    frozen = List.copyOf(module.passable(frozen));
  }
}
