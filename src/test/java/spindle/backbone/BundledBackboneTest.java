package spindle.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.Resources;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFile;
import spindle.weights.WeightsException;

/// The bundled backbone and its folder in the cache.
class BundledBackboneTest {

  private static final String CASE = "/spindle/backbone/bundled/case.safetensors";

  @TempDir private static Path cache;

  /// Two at once, as two processes might.
  @BeforeAll
  static void prepareTwiceAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Path>> both =
          threads.invokeAll(
              List.of(
                  () -> new BundledBackbone(cache).prepare(),
                  () -> new BundledBackbone(cache).prepare()));
      assertEquals(both.getFirst().get(), both.getLast().get());
    }
  }

  @Test
  void itIsASmallBertWithoutPooler() {
    try (Backbone bundled = open()) {
      assertEquals(12, bundled.shape().layers());
      assertEquals(384, bundled.shape().hidden());
      assertEquals(33_212_160, bundled.shape().parameters());
      assertEquals(197, bundled.tensors().size());
      assertFalse(bundled.hasPooler());
      assertTrue(bundled.tokenizer().isPresent());
      assertEquals(512, bundled.config().maxTokens());
    }
  }

  /// Reference: Hugging Face's BertModel, `make_reference.py` beside the case.
  @Test
  void itsEmbeddingsAreThoseOfHuggingFace() {
    try (Backbone bundled = open();
        SafetensorsFile reference = SafetensorsFile.open(Resources.path(CASE))) {
      LongBuffer ids = reference.tensor("input_ids").longs();
      LongBuffer types = reference.tensor("token_type_ids").longs();
      FloatBuffer expected = reference.tensor("hidden.0").floats();
      long tokens = reference.tensor("input_ids").shape().get(1);
      for (int i = 0; i < ids.capacity(); i++) {
        double[] sum = new double[384];
        add(sum, bundled.tensor("embeddings.word_embeddings.weight"), ids.get(i));
        add(sum, bundled.tensor("embeddings.position_embeddings.weight"), i % tokens);
        add(sum, bundled.tensor("embeddings.token_type_embeddings.weight"), types.get(i));
        double[] normed = layerNorm(sum, bundled);
        for (int d = 0; d < 384; d++) {
          assertEquals(expected.get(384 * i + d), normed[d], 2e-5);
        }
      }
    }
  }

  @Test
  void theFolderHoldsNothingButTheModel() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      assertEquals(
          List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void damagedFilesAreMadeAgain() throws IOException {
    String sound;
    try (Backbone bundled = open()) {
      sound = bundled.sha256();
    }
    Path weights = folder().resolve("model.safetensors");
    Files.delete(weights);
    Path damaged = Files.write(weights, new byte[100]);
    Files.writeString(folder().resolve("config.json"), "{");
    Files.delete(folder().resolve("tokenizer.json"));
    Path left = Files.write(folder().resolve(".model.safetensors.killed"), new byte[10]);
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));

    try (Backbone bundled = open()) {
      assertEquals(sound, bundled.sha256());
      assertTrue(bundled.tokenizer().isPresent());
      assertTrue(Files.size(damaged) > 132_000_000);
      assertFalse(Files.exists(left));
    }
  }

  @Test
  void oneFlippedBitIsNoticed() throws IOException {
    Path weights = folder().resolve("model.safetensors");
    String sound = Backbone.sha256(List.of(weights));
    byte[] whole = Files.readAllBytes(weights);
    whole[whole.length / 2] ^= 1;
    Files.delete(weights);
    Files.write(weights, whole);

    new BundledBackbone(cache).prepare();

    assertEquals(sound, Backbone.sha256(List.of(weights)));
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("file"), "x");
    BundledBackbone nowhere = new BundledBackbone(file);
    Folders.assertSentence(assertThrows(WeightsException.class, nowhere::prepare), "file");
  }

  private static void add(double[] sum, NamedTensor table, long row) {
    FloatBuffer rows = table.floats();
    for (int d = 0; d < sum.length; d++) {
      sum[d] += rows.get((int) row * sum.length + d);
    }
  }

  private static double[] layerNorm(double[] x, Backbone backbone) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double root = Math.sqrt(variance + backbone.config().normEpsilon());
    FloatBuffer weight = backbone.tensor("embeddings.LayerNorm.weight").floats();
    FloatBuffer bias = backbone.tensor("embeddings.LayerNorm.bias").floats();
    double[] y = new double[x.length];
    for (int d = 0; d < x.length; d++) {
      y[d] = (x[d] - mean) / root * weight.get(d) + bias.get(d);
    }
    return y;
  }

  private static Path folder() {
    return new BundledBackbone(cache).folder();
  }

  private static Backbone open() {
    return new Backbones(new CacheFolders(cache, cache.resolve("hub"))).open("bundled");
  }
}
