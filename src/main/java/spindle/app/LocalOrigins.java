package spindle.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.backbone.BackboneException;
import spindle.study.BackboneCatalog;
import spindle.study.Origins;
import spindle.study.Provenance;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskData;
import spindle.task.TaskException;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.weights.WeightsException;

/// Hashes of the files and examples of this machine. Each is computed once.
final class LocalOrigins implements Origins {

  private static final Logger LOG = LoggerFactory.getLogger(LocalOrigins.class);
  private static final String UNKNOWN = "unknown";

  private final BackboneCatalog backbones;
  private final Map<String, String> weights = new ConcurrentHashMap<>();
  private final Map<Examples, String> examples = new ConcurrentHashMap<>();

  /// What a trial's examples follow from, but for the draw.
  private record Examples(TaskSource source, long seed) {}

  LocalOrigins(BackboneCatalog backbones) {
    this.backbones = backbones;
  }

  @Override
  public Provenance of(TrialSpec trial, String device) {
    return new Provenance(
        versions(),
        device,
        weights.computeIfAbsent(trial.backbone(), this::weightsOf),
        examples.computeIfAbsent(
            new Examples(trial.task(), trial.dataSeed().value()), _ -> examplesOf(trial)));
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    String own = LocalOrigins.class.getPackage().getImplementationVersion();
    versions.put("spindle", own == null ? UNKNOWN : own);
    versions.put("java", Runtime.version().toString());
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path", ""))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(name -> name.matches("pytorch-(jni|native|engine).*\\.jar"))
        .forEach(name ->
            versions.put(
                name.replaceFirst("-[0-9].*", ""),
                name.replaceFirst("^[a-z-]*-(?=[0-9])", "").replaceFirst("\\.jar$", "")));
    return versions;
  }

  private String weightsOf(String backbone) {
    try (Stream<Path> files = Files.list(backbones.inspect(backbone).folder())) {
      MessageDigest digest = sha256();
      for (Path file : files.filter(f -> f.toString().endsWith(".safetensors")).sorted().toList()) {
        copy(file, digest);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | UncheckedIOException | BackboneException | WeightsException e) {
      LOG.warn("the weights of {} cannot be hashed", backbone, e);
      return UNKNOWN;
    }
  }

  private static void copy(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
  }

  private static String examplesOf(TrialSpec trial) {
    try {
      TaskData data = Tasks.read(trial.task(), trial.dataSeed().generator());
      MessageDigest digest = sha256();
      for (Split split : Split.values()) {
        List<String> lines = data.of(split).stream().map(Object::toString).toList();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (TaskException e) {
      LOG.warn("the examples of {} cannot be hashed", trial.task().name(), e);
      return UNKNOWN;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
