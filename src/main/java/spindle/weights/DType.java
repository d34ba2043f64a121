package spindle.weights;

import java.util.Arrays;
import java.util.Optional;

/// The type of a tensor's elements, named as safetensors names it.
public enum DType {
  /// IEEE 754 double precision.
  F64(8),
  /// IEEE 754 single precision.
  F32(4),
  /// IEEE 754 half precision.
  F16(2),
  /// The upper half of a single-precision number.
  BF16(2),
  /// Signed, 64 bits.
  I64(8),
  /// Signed, 32 bits.
  I32(4),
  /// Signed, 16 bits.
  I16(2),
  /// Signed, 8 bits.
  I8(1),
  /// Unsigned, 8 bits.
  U8(1),
  /// One byte, 0 or 1.
  BOOL(1);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /// Returns the size of one element in bytes.
  public int bytes() {
    return bytes;
  }

  /// Says whether the elements are floating-point numbers.
  public boolean isFloating() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /// Returns the type of a safetensors code such as `BF16`; empty if it is none of these.
  public static Optional<DType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
  }
}
