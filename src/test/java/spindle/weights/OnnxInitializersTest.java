package spindle.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading the weights of ONNX files that are encoded here by hand.
class OnnxInitializersTest {

  private static final byte[] NUMBERS = floats(1, 2, 3, 4, 5, 6);

  @Test
  void initializersAndNodesAreRead() {
    byte[] raw = tensor(dims(2, 3), number(2, 1), text(8, "w"), field(9, NUMBERS));
    byte[] packed = tensor(field(1, new byte[] {6}), number(2, 1), field(4, NUMBERS), text(8, "p"));
    byte[] single = tensor(dims(1), number(2, 1), fixed32(4, floats(7)), text(8, "s"));
    byte[] node =
        field(1, join(text(1, "x"), text(1, "w"), text(3, "/a/MatMul"), text(4, "MatMul")));

    OnnxInitializers read = read(model(join(node, raw, packed, single)));

    assertEquals(List.of("w", "p", "s"), List.copyOf(read.tensors().keySet()));
    NamedTensor w = read.tensors().get("w");
    assertEquals(List.of(2L, 3L), w == null ? List.of() : w.shape());
    assertEquals(
        NamedTensor.of("w", List.of(2L, 3L), new float[] {1, 2, 3, 4, 5, 6}).floats(),
        w == null ? null : w.floats());
    assertEquals(
        List.of(new OnnxInitializers.Node("/a/MatMul", "MatMul", List.of("x", "w"))), read.nodes());
  }

  @Test
  void whatIsNotReadIsNamed() {
    refused("data type 10", tensor(dims(2), number(2, 10), text(8, "w"), field(9, new byte[4])));
    refused("another file", tensor(dims(6), number(2, 1), text(8, "w"), number(14, 1)));
    refused("24 bytes", tensor(dims(6), number(2, 1), text(8, "w"), field(9, new byte[4])));
    refused("larger than", tensor(dims(1L << 40, 1L << 40), number(2, 1), text(8, "w")));
    refused("negative", tensor(dims(-1), number(2, 1), text(8, "w")));
    byte[] good = tensor(dims(6), number(2, 1), text(8, "w"), field(9, NUMBERS));
    refused("twice", join(good, good));
    refused("no weights", text(2, "graph"));
  }

  @Test
  void aFileCutOffOrFlippedAnywhereIsReadOrRefusedInOneLine() {
    byte[] node =
        field(1, join(text(1, "x"), text(1, "w"), text(3, "/a/MatMul"), text(4, "MatMul")));
    byte[] whole =
        model(join(node, tensor(dims(2, 3), number(2, 1), text(8, "w"), field(9, NUMBERS))));
    int refused = 0;
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      SafetensorsFileTest.assertSentence(
          assertThrows(WeightsException.class, () -> read(cut)), "x.onnx");
    }
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        read(flipped);
      } catch (WeightsException e) {
        refused++;
        SafetensorsFileTest.assertSentence(e, "x.onnx");
      }
    }
    assertTrue(refused > 50, refused + " refused");
  }

  @Test
  void aFileIsMapped(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.onnx");
    Files.write(file, model(tensor(dims(6), number(2, 1), text(8, "w"), field(9, NUMBERS))));
    assertEquals(1, OnnxInitializers.open(file).tensors().size());
    Files.write(file, new byte[0]);
    SafetensorsFileTest.assertSentence(
        assertThrows(WeightsException.class, () -> OnnxInitializers.open(file)), "x.onnx");
  }

  private static void refused(String named, byte[] graph) {
    SafetensorsFileTest.assertSentence(
        assertThrows(WeightsException.class, () -> read(model(graph))), named);
  }

  private static OnnxInitializers read(byte[] bytes) {
    return OnnxInitializers.read("x.onnx", MemorySegment.ofArray(bytes));
  }

  private static byte[] model(byte[] graph) {
    return join(number(1, 6), text(2, "pytorch"), field(7, graph));
  }

  private static byte[] tensor(byte[]... fields) {
    return field(5, join(fields));
  }

  private static byte[] dims(long... sizes) {
    return join(Arrays.stream(sizes).mapToObj(size -> number(1, size)).toArray(byte[][]::new));
  }

  private static byte[] text(int field, String text) {
    return field(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] number(int field, long value) {
    return join(varint(field << 3), varint(value));
  }

  private static byte[] field(int field, byte[] content) {
    return join(varint(field << 3 | 2), varint(content.length), content);
  }

  private static byte[] fixed32(int field, byte[] content) {
    return join(varint(field << 3 | 5), content);
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
