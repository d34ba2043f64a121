package spindle.backbone;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spindle.weights.DType;
import spindle.weights.NamedTensor;
import spindle.weights.OnnxInitializers;

/// The Hugging Face tensors of a BERT model that PyTorch exported to ONNX.
///
/// The exporter keeps names but for linear weights: they lie transposed, `(in, out)`, under made-up
/// names. The MatMul node that uses one is named after its module, such as
/// `/encoder/layer.0/output/dense/MatMul`.
final class OnnxBert {

  private static final Pattern LINEAR = Pattern.compile("/(.+)/MatMul");

  private OnnxBert() {}

  /// Returns the tensors by their Hugging Face names, linear weights as `(out, in)`.
  static List<NamedTensor> tensors(OnnxInitializers onnx) {
    Map<String, String> moduleOf = new HashMap<>();
    for (OnnxInitializers.Node node : onnx.nodes()) {
      Matcher linear = LINEAR.matcher(node.name());
      if (node.operator().equals("MatMul") && node.inputs().size() == 2 && linear.matches()) {
        moduleOf.put(node.inputs().get(1), linear.group(1).replace('/', '.'));
      }
    }
    List<NamedTensor> tensors = new ArrayList<>();
    onnx.tensors()
        .forEach((name, tensor) -> {
          String module = moduleOf.get(name);
          tensors.add(module == null ? tensor : transposed(tensor).withName(module + ".weight"));
        });
    return tensors;
  }

  private static NamedTensor transposed(NamedTensor matrix) {
    if (matrix.shape().size() != 2 || matrix.type() != DType.F32) {
      throw new BackboneException(
          "ONNX initializer " + matrix.name(),
          "it is " + matrix.type() + matrix.shape() + ", not a matrix of numbers",
          "use the model that Spindle came with");
    }
    long rows = matrix.shape().get(0);
    long columns = matrix.shape().get(1);
    MemorySegment target = Arena.ofAuto().allocate(matrix.bytes().byteSize(), 8);
    for (long column = 0; column < columns; column++) {
      for (long row = 0; row < rows; row++) {
        int bits = matrix.bytes().get(ValueLayout.JAVA_INT_UNALIGNED, 4 * (row * columns + column));
        target.set(ValueLayout.JAVA_INT, 4 * (column * rows + row), bits);
      }
    }
    return new NamedTensor(matrix.name(), DType.F32, List.of(columns, rows), target);
  }
}
