package spindle.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spindle.program.ScriptArchive;

/// A loaded program. Its methods may be called by several threads at once.
///
/// Results belong to the manager of the first argument. Modules always run in training mode of the
/// binding: its inference mode makes tensors that no later backward pass accepts.
public final class ScriptModule implements AutoCloseable {

  private final NDManager manager;
  private final PtSymbolBlock block;
  private final NDArray nothing;
  private final Map<String, NDArray> selectors = new ConcurrentHashMap<>();

  private ScriptModule(NDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
    this.nothing = manager.zeros(new Shape());
    nothing.setName("w[]");
  }

  /// Loads the methods of a program.
  ///
  /// @param parent manager of the device; the module lives in a child of it
  /// @throws ai.djl.engine.EngineException if the text is not accepted, naming the line
  public static ScriptModule load(NDManager parent, String methods) {
    NDManager manager = parent.newSubManager();
    try {
      byte[] archive = ScriptArchive.of(methods);
      PtSymbolBlock block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
      return new ScriptModule(manager, block);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  /// Calls a method that takes tensors only, and returns its result.
  public NDArray call(String method, List<NDArray> tensors) {
    return forward(method, tensors).singletonOrThrow();
  }

  /// Calls a method whose result is a list of tensors. Tensors of one name that ends in `[]`, side
  /// by side in the arguments, are one list to the method.
  public List<NDArray> callForList(String method, List<NDArray> tensors) {
    return forward(method, tensors);
  }

  private NDList forward(String method, List<NDArray> tensors) {
    NDList input = new NDList(tensors);
    input.add(selectors.computeIfAbsent(method, this::selector));
    return IValueUtils.forward(block, input, true);
  }

  /// Calls a method whose last parameter is a list of tensors, and returns its result.
  ///
  /// @param list arrays that are all named `w[]`
  public NDArray call(String method, List<NDArray> tensors, List<NDArray> list) {
    List<NDArray> all = new ArrayList<>(tensors);
    all.addAll(passable(list));
    return call(method, all);
  }

  /// Returns a list of arrays named `w[]` as it can be an argument: the binding cannot pass an
  /// empty list, so that an unused scalar stands for it.
  public List<NDArray> passable(List<NDArray> list) {
    return list.isEmpty() ? List.of(nothing) : list;
  }

  private NDArray selector(String method) {
    NDArray selector = manager.zeros(new Shape());
    selector.setName("module_method:" + method);
    return selector;
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
