package spindle.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Views and conversions of tensors.
class NamedTensorTest {

  @Test
  void halfPrecisionBecomesSinglePrecision() {
    // 1, -2, smallest subnormal, infinity
    NamedTensor half = shorts(DType.F16, 0x3c00, 0xc000, 0x0001, 0x7c00);
    assertArrayEquals(new float[] {1, -2, 0x1p-24f, Float.POSITIVE_INFINITY}, array(half.floats()));
  }

  @Test
  void brainFloatsBecomeSinglePrecision() {
    // 1, -2, pi cut to 8 bits
    NamedTensor brain = shorts(DType.BF16, 0x3f80, 0xc000, 0x4049);
    assertArrayEquals(new float[] {1, -2, 3.140625f}, array(brain.floats()));
  }

  @Test
  void doublePrecisionIsRounded() {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putDouble(0.1).putDouble(-3);
    NamedTensor wide = tensor(DType.F64, 2, bytes);
    assertArrayEquals(new float[] {0.1f, -3}, array(wide.floats()));
    assertEquals(DType.F32, wide.toFloat32().type());
  }

  @Test
  void singlePrecisionIsNotCopied() {
    NamedTensor single = NamedTensor.of("w", List.of(2L), new float[] {1, 2});
    FloatBuffer floats = single.floats();
    assertTrue(floats.isDirect());
    assertEquals(ByteOrder.nativeOrder(), floats.order());
    assertEquals(single.bytes().address(), MemorySegment.ofBuffer(floats).address());
    assertSame(single, single.toFloat32());
  }

  @Test
  void everyIntegerTypeWidens() {
    byte[] minusOne = {-1, -1, -1, -1};
    assertArrayEquals(new long[] {-1}, array(tensor(DType.I32, 1, wrap(minusOne, 4)).longs()));
    assertArrayEquals(new long[] {-1}, array(tensor(DType.I16, 1, wrap(minusOne, 2)).longs()));
    assertArrayEquals(new long[] {-1}, array(tensor(DType.I8, 1, wrap(minusOne, 1)).longs()));
    assertArrayEquals(new long[] {255}, array(tensor(DType.U8, 1, wrap(minusOne, 1)).longs()));
    assertArrayEquals(
        new long[] {1}, array(tensor(DType.BOOL, 1, wrap(new byte[] {1}, 1)).longs()));
    assertArrayEquals(
        new long[] {5}, array(NamedTensor.of("i", List.of(1L), new long[] {5}).longs()));
  }

  @Test
  void theWrongKindOfNumberIsRefused() {
    NamedTensor floats = NamedTensor.of("w", List.of(1L), new float[] {1});
    NamedTensor longs = NamedTensor.of("ids", List.of(1L), new long[] {1});
    SafetensorsFileTest.assertSentence(assertThrows(WeightsException.class, floats::longs), "w:");
    SafetensorsFileTest.assertSentence(assertThrows(WeightsException.class, longs::floats), "ids:");
  }

  @Test
  void shapeAndBytesMustAgree() {
    assertThrows(
        IllegalArgumentException.class, () -> NamedTensor.of("w", List.of(3L), new float[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> NamedTensor.byteSize(DType.F32, List.of(-1L)));
    assertThrows(
        IllegalArgumentException.class,
        () -> NamedTensor.byteSize(DType.F32, List.of(Long.MAX_VALUE, 2L)));
    assertEquals(0, NamedTensor.byteSize(DType.F32, List.of(Long.MAX_VALUE, 2L, 0L)));
  }

  private static NamedTensor shorts(DType type, int... bits) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int pattern : bits) {
      bytes.putShort((short) pattern);
    }
    return tensor(type, bits.length, bytes);
  }

  private static NamedTensor tensor(DType type, long size, ByteBuffer bytes) {
    return new NamedTensor("t", type, List.of(size), MemorySegment.ofBuffer(bytes.rewind()));
  }

  private static ByteBuffer wrap(byte[] bytes, int size) {
    return ByteBuffer.wrap(bytes, 0, size).slice();
  }

  private static float[] array(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static long[] array(LongBuffer buffer) {
    long[] values = new long[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}
