package spindle.weights;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;

/// A named array of numbers: row-major, little-endian bytes, usually those of a mapped file.
///
/// The bytes stay valid as long as this object or a buffer made from it is reachable.
///
/// @param name its name in the file
/// @param type type of the elements
/// @param shape size of each axis, none negative; empty for a scalar
/// @param bytes the elements, exactly as many as the shape says
public record NamedTensor(String name, DType type, List<Long> shape, MemorySegment bytes) {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Checks that shape and bytes agree.
  ///
  /// @throws IllegalArgumentException if they do not
  public NamedTensor {
    shape = List.copyOf(shape);
    if (bytes.byteSize() != byteSize(type, shape)) {
      throw new IllegalArgumentException(
          name + ": " + type + shape + " does not take " + bytes.byteSize() + " bytes");
    }
  }

  /// Returns a tensor of single-precision numbers that are copied.
  ///
  /// @throws IllegalArgumentException if there are not as many as the shape says
  public static NamedTensor of(String name, List<Long> shape, float[] values) {
    MemorySegment bytes = Arena.ofAuto().allocate(4L * values.length, 8);
    MemorySegment.copy(MemorySegment.ofArray(values), 0, bytes, 0, bytes.byteSize());
    return new NamedTensor(name, DType.F32, shape, bytes);
  }

  /// Returns a tensor of 64-bit integers that are copied.
  ///
  /// @throws IllegalArgumentException if there are not as many as the shape says
  public static NamedTensor of(String name, List<Long> shape, long[] values) {
    MemorySegment bytes = Arena.ofAuto().allocate(8L * values.length, 8);
    MemorySegment.copy(MemorySegment.ofArray(values), 0, bytes, 0, bytes.byteSize());
    return new NamedTensor(name, DType.I64, shape, bytes);
  }

  /// Returns the number of bytes that a shape takes.
  ///
  /// @throws IllegalArgumentException if an axis is negative or the product leaves 64 bits
  public static long byteSize(DType type, List<Long> shape) {
    boolean empty = shape.contains(0L);
    long size = type.bytes();
    for (long axis : shape) {
      if (axis < 0) {
        throw new IllegalArgumentException("negative axis in shape " + shape);
      }
      try {
        size = empty ? 0 : Math.multiplyExact(size, axis);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("shape " + shape + " is larger than any file", e);
      }
    }
    return size;
  }

  /// Returns the number of elements.
  public long elements() {
    return bytes.byteSize() / type.bytes();
  }

  /// Returns the same numbers under another name.
  public NamedTensor withName(String other) {
    return new NamedTensor(other, type, shape, bytes);
  }

  /// Returns the bytes as a read-only direct buffer in little-endian order.
  ///
  /// @throws WeightsException if there are more than 2 GiB of them
  public ByteBuffer data() {
    if (bytes.byteSize() > Integer.MAX_VALUE) {
      throw new WeightsException(
          name,
          "the tensor has " + bytes.byteSize() + " bytes, more than a buffer holds",
          "use a smaller model");
    }
    MemorySegment direct = bytes.isNative() ? bytes : copied(bytes);
    return direct.asReadOnly().asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Returns this tensor as single-precision numbers: itself if it is of type F32, else a
  /// conversion.
  ///
  /// @throws WeightsException if it does not hold floating-point numbers
  public NamedTensor toFloat32() {
    if (type == DType.F32) {
      return this;
    }
    if (!type.isFloating()) {
      throw new WeightsException(
          name, "the tensor is of type " + type, "floating-point numbers are needed here");
    }
    MemorySegment target = Arena.ofAuto().allocate(Math.multiplyExact(4, elements()), 8);
    long count = elements();
    for (long i = 0; i < count; i++) {
      target.set(ValueLayout.JAVA_FLOAT, 4 * i, floatAt(i));
    }
    return new NamedTensor(name, DType.F32, shape, target);
  }

  /// Returns the elements as single-precision numbers in a direct buffer of native order: the
  /// mapped bytes themselves for F32, else a conversion.
  ///
  /// @throws WeightsException if the tensor does not hold floating-point numbers
  public FloatBuffer floats() {
    return toFloat32().data().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /// Returns the elements as 64-bit integers in a direct buffer of native order: the mapped bytes
  /// themselves for I64, else a conversion.
  ///
  /// @throws WeightsException if the tensor holds floating-point numbers
  public LongBuffer longs() {
    if (type.isFloating()) {
      throw new WeightsException(name, "the tensor is of type " + type, "integers are needed here");
    }
    if (type == DType.I64) {
      return data().order(ByteOrder.nativeOrder()).asLongBuffer();
    }
    MemorySegment target = Arena.ofAuto().allocate(Math.multiplyExact(8, elements()), 8);
    long count = elements();
    for (long i = 0; i < count; i++) {
      target.set(ValueLayout.JAVA_LONG, 8 * i, longAt(i));
    }
    return target.asByteBuffer().order(ByteOrder.nativeOrder()).asLongBuffer();
  }

  private float floatAt(long i) {
    return switch (type) {
      case F16 -> Float.float16ToFloat(bytes.get(SHORT, 2 * i));
      case BF16 -> Float.intBitsToFloat(bytes.get(SHORT, 2 * i) << 16);
      case F64 -> (float) bytes.get(DOUBLE, 8 * i);
      case F32, I64, I32, I16, I8, U8, BOOL -> throw new IllegalStateException(type + " is kept");
    };
  }

  private long longAt(long i) {
    return switch (type) {
      case I64 -> bytes.get(LONG, 8 * i);
      case I32 -> bytes.get(INT, 4 * i);
      case I16 -> bytes.get(SHORT, 2 * i);
      case I8 -> bytes.get(ValueLayout.JAVA_BYTE, i);
      case U8, BOOL -> bytes.get(ValueLayout.JAVA_BYTE, i) & 0xff;
      case F64, F32, F16, BF16 -> throw new IllegalStateException(type + " holds no integers");
    };
  }

  private static MemorySegment copied(MemorySegment heap) {
    return Arena.ofAuto().allocate(heap.byteSize(), 8).copyFrom(heap);
  }
}
