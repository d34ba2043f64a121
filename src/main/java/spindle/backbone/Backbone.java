package spindle.backbone;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import spindle.design.BackboneShape;
import spindle.weights.DType;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFolder;

/// A pretrained model whose weights are mapped from a Hugging Face folder.
///
/// Tensors stay valid as long as they are reachable, even after [#close()]. May be used by several
/// threads.
public final class Backbone implements AutoCloseable {

  private static final String LOGITS_BIAS = "final_logits_bias";

  private final String name;
  private final Path folder;
  private final BackboneConfig config;
  private final List<Path> files;
  private volatile BackboneTensors tensors;
  private volatile boolean closed;
  private volatile String hash = "";

  private Backbone(
      String name, Path folder, BackboneConfig config, List<Path> files, BackboneTensors tensors) {
    this.name = name;
    this.folder = folder;
    this.config = config;
    this.files = files;
    this.tensors = tensors;
  }

  /// Opens a Hugging Face folder: `config.json`, safetensors weights and, if there, a
  /// `tokenizer.json`.
  ///
  /// @throws BackboneException if the configuration or a tensor is not as it must be
  /// @throws spindle.weights.WeightsException if a weights file is missing or damaged
  public static Backbone open(String name, Path folder) {
    BackboneConfig config = BackboneConfig.read(folder.resolve("config.json"));
    SafetensorsFolder weights = SafetensorsFolder.open(folder);
    String place =
        weights.files().size() == 1 ? weights.files().getFirst().toString() : folder.toString();
    BackboneTensors tensors = BackboneTensors.of(place, config, weights.tensors());
    return new Backbone(name, folder, config, weights.files(), tensors);
  }

  /// Returns the name that designs and results carry, such as `bundled`.
  public String name() {
    return name;
  }

  /// Returns the Hugging Face folder.
  public Path folder() {
    return folder;
  }

  /// Returns the configuration.
  public BackboneConfig config() {
    return config;
  }

  /// Returns the sizes that parameter counts depend on.
  public BackboneShape shape() {
    return config.shape();
  }

  /// Returns the backbone's tensors by canonical name, in forward order.
  ///
  /// @throws IllegalStateException if the backbone was closed
  public Map<String, NamedTensor> tensors() {
    return open().backbone();
  }

  /// Returns the shapes of the backbone's tensors by canonical name, in a map of the caller's own
  /// that is sorted by name.
  public Map<String, List<Long>> shapes() {
    Map<String, List<Long>> shapes = new TreeMap<>();
    tensors().forEach((canonical, tensor) -> shapes.put(canonical, tensor.shape()));
    return shapes;
  }

  /// Returns a tensor of the backbone.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public NamedTensor tensor(String canonical) {
    NamedTensor found = tensors().get(canonical);
    if (found == null) {
      throw new IllegalArgumentException(name + " has no tensor " + canonical);
    }
    return found;
  }

  /// Says whether the file has the pooler's tensors.
  public boolean hasPooler() {
    return tensors().containsKey("pooler.dense.weight");
  }

  /// Returns the tensors of the task and language-model heads that the file has, by name.
  ///
  /// @throws IllegalStateException if the backbone was closed
  public Map<String, NamedTensor> headTensors() {
    return open().heads();
  }

  /// Returns the name of the head tensor that is added to the scores of tokens; BART has one, most
  /// often zero, which counts as none.
  public Optional<String> logitsBias() {
    return Optional.ofNullable(headTensors().get(LOGITS_BIAS))
        .filter(bias -> !isZero(bias))
        .map(NamedTensor::name);
  }

  private static boolean isZero(NamedTensor tensor) {
    FloatBuffer values = tensor.floats();
    while (values.hasRemaining()) {
      if (values.get() != 0) {
        return false;
      }
    }
    return true;
  }

  /// Returns the types of numbers that the backbone's tensors are stored as.
  public Set<DType> types() {
    return tensors().values().stream().map(NamedTensor::type).collect(toUnmodifiableSet());
  }

  /// Returns the tokenizer's file, if the folder has one.
  public Optional<Path> tokenizer() {
    Path file = folder.resolve("tokenizer.json");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /// Returns the files that hold the weights.
  public List<Path> weightFiles() {
    return files;
  }

  /// Returns the SHA-256 hash of the weights' files in hexadecimal; computed once.
  ///
  /// @throws BackboneException if a file can no longer be read
  public String sha256() {
    if (hash.isEmpty()) {
      hash = sha256(files);
    }
    return hash;
  }

  /// Gives up the tensors; those that were handed out stay valid.
  @Override
  public void close() {
    closed = true;
    tensors = new BackboneTensors(Map.of(), Map.of());
  }

  private BackboneTensors open() {
    BackboneTensors current = tensors;
    if (closed) {
      throw new IllegalStateException(name + " was closed");
    }
    return current;
  }

  static String sha256(List<Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 20];
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new BackboneException(
          files.toString(), "it cannot be read", "check the path and your rights", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
