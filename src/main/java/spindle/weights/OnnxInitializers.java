package spindle.weights;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The weights of an ONNX file and the nodes that use them; nothing else of the graph is kept.
///
/// Field numbers are those of `onnx.proto` (ModelProto, GraphProto, NodeProto, TensorProto). Only
/// single-precision and 64-bit integer initializers that lie in the file itself are read; others
/// are an error.
///
/// @param tensors initializers by name, in file order
/// @param nodes nodes in file order
public record OnnxInitializers(Map<String, NamedTensor> tensors, List<Node> nodes) {

  /// A node of the graph.
  ///
  /// @param name its name, which exporters make from the module's path
  /// @param operator such as `MatMul`
  /// @param inputs names of its inputs
  public record Node(String name, String operator, List<String> inputs) {

    /// Copies the inputs.
    public Node {
      inputs = List.copyOf(inputs);
    }
  }

  private static final String REMEDY = "the ONNX file is damaged or of a kind that is not read";
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /// Copies the collections.
  public OnnxInitializers {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    nodes = List.copyOf(nodes);
  }

  /// Reads a file, whose bytes stay mapped while a tensor is used.
  ///
  /// @throws WeightsException if it is damaged or cannot be read
  public static OnnxInitializers open(Path file) {
    return read(file.toString(), SafetensorsFile.map(file));
  }

  /// Reads the bytes of an ONNX file; the tensors are views of them.
  ///
  /// @param source what to call the file in messages
  /// @throws WeightsException if the bytes are damaged
  public static OnnxInitializers read(String source, MemorySegment bytes) {
    Map<String, NamedTensor> tensors = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    Protobuf model = new Protobuf(source, bytes);
    while (model.next()) {
      if (model.field() == 7) {
        graph(source, model.message(), tensors, nodes);
      }
    }
    if (tensors.isEmpty()) {
      throw new WeightsException(source, "it holds no weights", REMEDY);
    }
    return new OnnxInitializers(tensors, nodes);
  }

  private static void graph(
      String source, Protobuf graph, Map<String, NamedTensor> tensors, List<Node> nodes) {
    while (graph.next()) {
      if (graph.field() == 1) {
        nodes.add(node(graph.message()));
      } else if (graph.field() == 5) {
        NamedTensor tensor = new TensorReader(source).read(graph.message());
        if (tensors.putIfAbsent(tensor.name(), tensor) != null) {
          throw new WeightsException(
              source + ", initializer " + tensor.name(), "it is there twice", REMEDY);
        }
      }
    }
  }

  private static Node node(Protobuf node) {
    String name = "";
    String operator = "";
    List<String> inputs = new ArrayList<>();
    while (node.next()) {
      switch (node.field()) {
        case 1 -> inputs.add(node.text());
        case 3 -> name = node.text();
        case 4 -> operator = node.text();
        default -> {}
      }
    }
    return new Node(name, operator, inputs);
  }

  /// Reads one TensorProto.
  private static final class TensorReader {

    private final String source;
    private final List<Long> shape = new ArrayList<>();
    private final List<MemorySegment> floats = new ArrayList<>();
    private MemorySegment raw = MemorySegment.NULL;
    private String name = "";
    private long type;
    private boolean external;

    TensorReader(String source) {
      this.source = source;
    }

    NamedTensor read(Protobuf tensor) {
      while (tensor.next()) {
        switch (tensor.field()) {
          case 1 -> dims(tensor);
          case 2 -> type = tensor.number();
          case 4 -> floats.add(tensor.isBytes() ? tensor.bytes() : tensor.fixed32());
          case 8 -> name = tensor.text();
          case 9 -> raw = tensor.bytes();
          case 13, 14 -> external = true;
          default -> {}
        }
      }
      MemorySegment bytes = floats.isEmpty() ? raw : joined();
      return new NamedTensor(name, checked(bytes), shape, bytes);
    }

    private DType checked(MemorySegment bytes) {
      if (external) {
        throw fault("its data lie in another file");
      }
      if (type != FLOAT && type != INT64) {
        throw fault("ONNX data type " + type + " is not read");
      }
      DType found = type == FLOAT ? DType.F32 : DType.I64;
      long size;
      try {
        size = NamedTensor.byteSize(found, shape);
      } catch (IllegalArgumentException e) {
        throw fault(String.valueOf(e.getMessage()));
      }
      if (size != bytes.byteSize()) {
        throw fault(
            "%s%s takes %d bytes, %d are there".formatted(found, shape, size, bytes.byteSize()));
      }
      return found;
    }

    private void dims(Protobuf tensor) {
      if (tensor.isBytes()) {
        Protobuf packed = tensor.message();
        while (packed.hasMore()) {
          shape.add(packed.varint());
        }
      } else {
        shape.add(tensor.number());
      }
    }

    private MemorySegment joined() {
      long size = floats.stream().mapToLong(MemorySegment::byteSize).sum();
      MemorySegment all = Arena.ofAuto().allocate(size, 8);
      long at = 0;
      for (MemorySegment part : floats) {
        MemorySegment.copy(part, 0, all, at, part.byteSize());
        at += part.byteSize();
      }
      return all;
    }

    private WeightsException fault(String what) {
      return new WeightsException(source + ", initializer " + name, what, REMEDY);
    }
  }
}
