package spindle.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import spindle.weights.AtomicFile;
import spindle.weights.OnnxInitializers;
import spindle.weights.SafetensorsWriter;

/// The backbone that comes with Spindle: bge-small-en-v1.5 (BERT, 12 layers, 384 wide, MIT
/// licence), which lies on the class path as an ONNX file.
///
/// It is converted once into a Hugging Face folder in the user's cache. Each file appears whole or
/// not at all and always has the same bytes, so several processes may convert at once; a file whose
/// hash is not the known one is made again.
final class BundledBackbone {

  /// The name that users type.
  static final String NAME = "bundled";

  private static final String ONNX = "/bge-small-en-v1.5.onnx";
  private static final String REMEDY = "install Spindle again";

  /// File name, class-path resource (none for the converted weights) and SHA-256.
  private record Part(String file, String resource, String sha256) {}

  private static final Part WEIGHTS =
      new Part(
          "model.safetensors",
          "",
          "6f107cad4b8129505c731a77b25718f303ab354a32f05ef2ba9b95335484fb7c");
  private static final List<Part> COPIES =
      List.of(
          new Part(
              "tokenizer.json",
              "/bge-small-en-v1.5-tokenizer.json",
              "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
          new Part(
              "config.json",
              "/spindle/backbone/bundled/config.json",
              "53f8752680436bb80a2b02c47ad7809262f17bb07980fc6ea85da0aaab01e36f"),
          new Part(
              "tokenizer_config.json",
              "/spindle/backbone/bundled/tokenizer_config.json",
              "bc5ee995e8877d9c688e890816d3a5ffb0d7613ba125481dd92bb4050eab7aff"));

  private final Path folder;

  /// @param cache Spindle's cache folder, which need not exist
  BundledBackbone(Path cache) {
    folder = cache.resolve("backbones").resolve("bge-small-en-v1.5");
  }

  /// Returns the folder, which need not exist yet.
  Path folder() {
    return folder;
  }

  /// Makes whatever is missing or damaged in the folder and returns it.
  ///
  /// @throws BackboneException if the class path lacks the model
  /// @throws spindle.weights.WeightsException if the cache cannot be written
  Path prepare() {
    for (Part part : COPIES) {
      if (!isSound(part)) {
        AtomicFile.write(folder.resolve(part.file()), copy(part));
      }
    }
    if (!isSound(WEIGHTS)) {
      sweep();
      convert(folder.resolve(WEIGHTS.file()));
      refuseOther(WEIGHTS);
    }
    return folder;
  }

  private boolean isSound(Part part) {
    Path file = folder.resolve(part.file());
    return Files.isRegularFile(file) && Backbone.sha256(List.of(file)).equals(part.sha256());
  }

  private void refuseOther(Part part) {
    if (!isSound(part)) {
      throw new BackboneException(
          folder.resolve(part.file()).toString(),
          "the bundled backbone was converted to something unexpected",
          REMEDY);
    }
  }

  /// Removes what conversions that were killed left behind.
  private void sweep() {
    Instant old = Instant.now().minus(Duration.ofHours(1));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*")) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another process was faster, or the folder is not ours: leftovers only take room.
    }
  }

  private static void convert(Path target) {
    try (Arena arena = Arena.ofConfined()) {
      OnnxInitializers onnx = OnnxInitializers.read("bundled " + ONNX, bytes(ONNX, arena));
      SafetensorsWriter.write(target, OnnxBert.tensors(onnx));
    }
  }

  private static byte[] copy(Part part) {
    try (InputStream in = connection(part.resource()).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(part.resource(), e);
    }
  }

  /// Reads a resource into memory outside the heap, which may be smaller than the model.
  private static MemorySegment bytes(String resource, Arena arena) {
    try {
      URLConnection connection = connection(resource);
      MemorySegment bytes = arena.allocate(Math.max(1, connection.getContentLengthLong()), 8);
      byte[] buffer = new byte[1 << 20];
      long at = 0;
      try (InputStream in = connection.getInputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          MemorySegment.copy(MemorySegment.ofArray(buffer), 0, bytes, at, read);
          at += read;
        }
      }
      return bytes.asSlice(0, at);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw unreadable(resource, e);
    }
  }

  private static URLConnection connection(String resource) throws IOException {
    URL url = BundledBackbone.class.getResource(resource);
    if (url == null) {
      throw new BackboneException(
          "class path, " + resource, "the bundled backbone is not there", REMEDY);
    }
    return url.openConnection();
  }

  private static BackboneException unreadable(String resource, Exception cause) {
    return new BackboneException(
        "class path, " + resource, "the bundled backbone cannot be read", REMEDY, cause);
  }
}
