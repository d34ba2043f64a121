package spindle.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes safetensors files that Hugging Face libraries load: contiguous data in the given order, a
/// header padded to a multiple of 8 bytes, and the metadata `{"format":"pt"}`.
public final class SafetensorsWriter {

  private static final long CHUNK = 64L << 20;

  private SafetensorsWriter() {}

  /// Writes the tensors to a file, replacing it if it exists. The same tensors give the same bytes.
  ///
  /// @throws IllegalArgumentException if two tensors share a name
  /// @throws WeightsException if the file cannot be written; nothing is then left behind
  public static void write(Path file, List<NamedTensor> tensors) {
    byte[] header = header(tensors);
    AtomicFile.write(
        file,
        channel -> {
          ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
          AtomicFile.writeFully(channel, length.putLong(header.length).flip());
          AtomicFile.writeFully(channel, ByteBuffer.wrap(header));
          for (NamedTensor tensor : tensors) {
            write(channel, tensor.bytes());
          }
        });
  }

  private static void write(FileChannel channel, MemorySegment bytes) throws IOException {
    for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
      long size = Math.min(CHUNK, bytes.byteSize() - at);
      AtomicFile.writeFully(channel, bytes.asSlice(at, size).asByteBuffer());
    }
  }

  private static byte[] header(List<NamedTensor> tensors) {
    StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    Set<String> names = new HashSet<>();
    long at = 0;
    for (NamedTensor tensor : tensors) {
      if (!names.add(tensor.name()) || tensor.name().equals("__metadata__")) {
        throw new IllegalArgumentException("the name " + tensor.name() + " cannot be used (again)");
      }
      long end = at + tensor.bytes().byteSize();
      json.append(",\"").append(escaped(tensor.name()));
      json.append("\":{\"dtype\":\"").append(tensor.type());
      json.append("\",\"shape\":").append(tensor.shape().toString().replace(" ", ""));
      json.append(",\"data_offsets\":[").append(at).append(',').append(end).append("]}");
      at = end;
    }
    byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[(bytes.length + 7) / 8 * 8];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return padded;
  }

  private static String escaped(String name) {
    StringBuilder built = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        built.append('\\').append(c);
      } else if (c < ' ') {
        built.append("\\u%04x".formatted((int) c));
      } else {
        built.append(c);
      }
    }
    return built.toString();
  }
}
