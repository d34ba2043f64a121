package spindle.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// A cursor over the fields of one protobuf message, as far as ONNX files need it.
///
/// Source: the protocol buffers encoding, https://protobuf.dev/programming-guides/encoding/.
final class Protobuf {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_TEXT = 1 << 16;

  private final String source;
  private final MemorySegment message;
  private long at;
  private int field;
  private int wire;
  private long number;
  private MemorySegment bytes = MemorySegment.NULL;

  /// A cursor before the first field.
  ///
  /// @param source the file, for messages
  Protobuf(String source, MemorySegment message) {
    this.source = source;
    this.message = message;
  }

  /// Steps to the next field and says whether there is one.
  ///
  /// @throws WeightsException if the message is cut off or no protobuf
  boolean next() {
    if (at >= message.byteSize()) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (field < 1 || tag >>> 3 > Integer.MAX_VALUE >> 2) {
      throw fault("there is no field number " + (tag >>> 3));
    }
    switch (wire) {
      case VARINT -> number = varint();
      case FIXED64 -> bytes = take(8);
      case BYTES -> bytes = take(varint());
      case FIXED32 -> bytes = take(4);
      default -> throw fault("there is no wire type " + wire);
    }
    return true;
  }

  /// Returns the number of the current field.
  int field() {
    return field;
  }

  /// Returns the current field as a whole number.
  long number() {
    require(wire == VARINT);
    return number;
  }

  /// Says whether the current field is a string, a message or packed numbers.
  boolean isBytes() {
    return wire == BYTES;
  }

  /// Returns the bytes of the current field.
  MemorySegment bytes() {
    require(wire == BYTES);
    return bytes;
  }

  /// Returns the four bytes of the current field of wire type 5.
  MemorySegment fixed32() {
    require(wire == FIXED32);
    return bytes;
  }

  /// Returns the current field as text.
  String text() {
    require(wire == BYTES && bytes.byteSize() <= LONGEST_TEXT);
    return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /// Returns a cursor over the current field, which is a message or a packed list.
  Protobuf message() {
    return new Protobuf(source, bytes());
  }

  /// Says whether anything is left.
  boolean hasMore() {
    return at < message.byteSize();
  }

  /// Reads a base-128 number of at most ten bytes.
  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte read = take(1).get(ValueLayout.JAVA_BYTE, 0);
      value |= (long) (read & 0x7f) << shift;
      if (read >= 0) {
        return value;
      }
    }
    throw fault("a number has more than ten bytes");
  }

  private MemorySegment take(long size) {
    if (size < 0 || size > message.byteSize() - at) {
      throw fault("a field of " + Long.toUnsignedString(size) + " bytes reaches past the end");
    }
    MemorySegment slice = message.asSlice(at, size);
    at += size;
    return slice;
  }

  private void require(boolean holds) {
    if (!holds) {
      throw fault("field " + field + " is of an unexpected kind");
    }
  }

  private WeightsException fault(String what) {
    return new WeightsException(
        source, what, "the ONNX file is damaged, download or make it again");
  }
}
