package spindle.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A safetensors file that is mapped into memory: nothing is copied until it is used.
///
/// The mapping is read-only and lives until this object, its tensors and their buffers are
/// unreachable, so a tensor never points to memory that is gone, not even after [#close()].
/// Immutable but for closing; may be used by several threads.
public final class SafetensorsFile implements AutoCloseable {

  /// The longest header that is read, in bytes; real ones take about 100 bytes a tensor.
  static final long LONGEST_HEADER = 16L << 20;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final Map<String, String> metadata;
  private volatile Map<String, NamedTensor> tensors;
  private volatile boolean closed;

  private SafetensorsFile(Path path, SafetensorsHeader header, MemorySegment data) {
    this.path = path;
    this.metadata = header.metadata();
    Map<String, NamedTensor> read = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
      read.put(entry.name(), new NamedTensor(entry.name(), entry.type(), entry.shape(), bytes));
    }
    this.tensors = Collections.unmodifiableMap(read);
  }

  /// Opens a file and checks its whole header.
  ///
  /// @throws WeightsException if it is no sound safetensors file, naming the place and a remedy
  public static SafetensorsFile open(Path path) {
    MemorySegment bytes = map(path);
    if (bytes.byteSize() < 8) {
      throw new WeightsException(
          path.toString(),
          "it has " + bytes.byteSize() + " bytes, too few for a safetensors file",
          "download or make it again");
    }
    long length = bytes.get(LONG, 0);
    if (length < 2 || length > LONGEST_HEADER || length > bytes.byteSize() - 8) {
      throw new WeightsException(
          path + ", first 8 bytes",
          "a header of " + Long.toUnsignedString(length) + " bytes cannot be",
          "this is no safetensors file or it is cut off, download or make it again");
    }
    MemorySegment data = bytes.asSlice(8 + length);
    String json = utf8(path, bytes.asSlice(8, length));
    SafetensorsHeader header = SafetensorsHeader.parse(path.toString(), json, data.byteSize());
    return new SafetensorsFile(path, header, data);
  }

  /// Returns the file.
  public Path path() {
    return path;
  }

  /// Returns the tensors by name, in the order of the header.
  ///
  /// @throws IllegalStateException if the file was closed
  public Map<String, NamedTensor> tensors() {
    Map<String, NamedTensor> open = tensors;
    if (closed) {
      throw new IllegalStateException(path + " was closed");
    }
    return open;
  }

  /// Returns a tensor.
  ///
  /// @throws WeightsException if the file has none of that name
  public NamedTensor tensor(String name) {
    NamedTensor found = tensors().get(name);
    if (found == null) {
      throw new WeightsException(
          path.toString(), "it has no tensor " + name, "use the file that belongs to the model");
    }
    return found;
  }

  /// Returns the strings under `__metadata__`.
  public Map<String, String> metadata() {
    return metadata;
  }

  /// Gives up the tensors; those that were handed out stay valid.
  @Override
  public void close() {
    closed = true;
    tensors = Map.of();
  }

  static MemorySegment map(Path path) {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new WeightsException(path.toString(), "it is no file", "name a file");
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    } catch (IOException e) {
      throw new WeightsException(
          path.toString(),
          Files.exists(path) ? "it cannot be read" : "there is no such file",
          "check the path and your rights",
          e);
    }
  }

  static String utf8(Path path, MemorySegment bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.asByteBuffer()).toString();
    } catch (CharacterCodingException e) {
      throw new WeightsException(
          path + ", header", "it is not UTF-8 text", SafetensorsHeader.REMEDY, e);
    }
  }
}
