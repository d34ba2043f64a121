package spindle.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spindle.weights.NamedTensor;

/// A backbone's frozen tensors on a device, put there when first asked for and shared by all
/// trials.
///
/// On the CPU a float32 tensor is the mapped file itself. Safe for several threads.
public final class DeviceWeights implements AutoCloseable {

  private static final String SHORTEN =
      "  def half(self: __torch__.M, w: List[Tensor]) -> Tensor:\n    return torch.to(torch.cat(w), 15)\n";

  private final NDManager manager;
  private final Map<String, NamedTensor> tensors;
  private final Map<String, NDArray> arrays = new HashMap<>();
  private final Map<String, NDArray> shortened = new HashMap<>();

  /// Makes the weights of a device.
  ///
  /// @param parent manager of the device; the arrays live in a child of it
  /// @param tensors the backbone's tensors by name; their memory must outlive this
  public DeviceWeights(NDManager parent, Map<String, NamedTensor> tensors) {
    this.manager = parent.newSubManager();
    this.tensors = Map.copyOf(tensors);
  }

  /// Returns some tensors in order, each named as an element of the programs' list `w`.
  ///
  /// @throws IllegalArgumentException if the backbone has no tensor of a name
  public List<NDArray> list(List<String> names) {
    return list(names, Set.of());
  }

  /// Returns some tensors in order, each named as an element of the programs' list `w`.
  ///
  /// @param names of the tensors
  /// @param halves those of them that are wanted in bfloat16, not in float32; names joined by `+`
  ///   are one array, one below another
  /// @throws IllegalArgumentException if the backbone has no tensor of a name
  public synchronized List<NDArray> list(List<String> names, Set<String> halves) {
    return names.stream()
        .map(name ->
            halves.contains(name)
                ? shortened.computeIfAbsent(name, this::shorten)
                : arrays.computeIfAbsent(name, this::upload))
        .toList();
  }

  /// Returns the values of a tensor.
  ///
  /// @throws IllegalArgumentException if the backbone has no tensor of that name
  public FloatBuffer values(String name) {
    return tensor(name).floats();
  }

  private NamedTensor tensor(String name) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the backbone has no tensor " + name);
    }
    return tensor;
  }

  private NDArray upload(String name) {
    NamedTensor tensor = tensor(name);
    Shape shape = new Shape(tensor.shape());
    NDArray array = manager.create(tensor.floats(), shape, DataType.FLOAT32);
    array.setName("w[]");
    return array;
  }

  /// Makes a bfloat16 copy in a program, as the binding cannot make arrays of that type.
  private NDArray shorten(String joined) {
    List<NDArray> parts =
        Arrays.stream(joined.split("\\+", -1))
            .map(name -> arrays.computeIfAbsent(name, this::upload))
            .toList();
    try (ScriptModule module = ScriptModule.load(manager, SHORTEN)) {
      NDArray array = TorchThread.withoutGradients(() -> module.call("half", parts));
      array.setName("w[]");
      return array;
    }
  }

  @Override
  public synchronized void close() {
    arrays.clear();
    manager.close();
  }
}
