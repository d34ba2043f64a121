package spindle.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spindle.design.Family;
import spindle.design.FeedForward;

/// Configurations of published models, and refused ones.
class BackboneConfigTest {

  @TempDir Path folder;

  /// Totals counted on Hugging Face's model classes (method.md 4.6).
  @ParameterizedTest
  @CsvSource({
    "bert,    30522,  768, 12,  3072, 12,  109482240",
    "bert,    30522, 1024, 24,  4096, 16,  335141888",
    "roberta, 50265,  768, 12,  3072, 12,  124645632",
    "roberta, 50265, 1024, 24,  4096, 16,  355359744",
    "bart,    50265,  768,  6,  3072, 12,  139420416",
    "bart,    50265, 1024, 12,  4096, 16,  406291456",
    "t5,      32128,  512,  6,  2048,  8,   60506624",
    "t5,      32128,  768, 12,  3072, 12,  222903552",
    "t5,      32128, 1024, 24,  4096, 16,  737668096",
    "t5,      32128, 1024, 24, 16384, 32, 2851598336",
  })
  void parametersAreThoseOfThePublishedModels(
      String type, int vocabulary, int hidden, int layers, int inner, int heads, long total)
      throws IOException {
    Map<String, Object> fields = new HashMap<>();
    fields.put("model_type", type);
    fields.put("vocab_size", vocabulary);
    switch (type) {
      case "bart" -> bart(fields, hidden, layers, inner, heads);
      case "t5" -> t5(fields, hidden, layers, inner, heads);
      default -> encoder(fields, hidden, layers, inner, heads);
    }
    BackboneConfig config = read(Folders.json(fields));
    assertEquals(total, config.shape().parameters());
    assertEquals(hidden, config.shape().hidden());
    assertEquals(inner, config.shape().inner());
  }

  @Test
  void theGatedT5HasATallerAttention() {
    BackboneConfig config = BackboneConfig.read(Folders.parity("t5-gated").resolve("config.json"));
    assertEquals(Family.T5, config.shape().family());
    assertEquals(48, config.shape().attention());
    assertEquals(FeedForward.GATED, config.shape().feedForward());
    assertEquals(Activation.GELU_TANH, config.activation());
    assertEquals(Scale.ONE, config.outputScale());
    assertEquals(new Positions.Relative(32, 128), config.positions());
    assertEquals(Integer.MAX_VALUE, config.maxTokens());
  }

  @Test
  void theFirstT5ScalesItsOutput() {
    BackboneConfig config = BackboneConfig.read(Folders.parity("t5").resolve("config.json"));
    assertEquals(Scale.INVERSE_ROOT_HIDDEN, config.outputScale());
    assertEquals(1 / Math.sqrt(32), config.outputScale().factor(32));
    assertEquals(Activation.RELU, config.activation());
    assertEquals(0, config.decoderStartId());
    assertEquals(1e-6, config.normEpsilon());
  }

  @Test
  void positionsStartWhereTheFamilyStartsThem() {
    assertEquals(new Positions.Learned(40, 0), positions("bert"));
    assertEquals(new Positions.Learned(40, 2), positions("roberta"));
    assertEquals(new Positions.Learned(42, 2), positions("bart"));
    BackboneConfig roberta = BackboneConfig.read(Folders.parity("roberta").resolve("config.json"));
    assertEquals(38, roberta.maxTokens());
    assertEquals(1, roberta.padId());
    assertEquals(-1, roberta.decoderStartId());
  }

  @Test
  void xlmRobertaIsRoberta() throws IOException {
    BackboneConfig config =
        changed("roberta", "\"model_type\": \"roberta\"", "\"model_type\": \"xlm-roberta\"");
    assertEquals(Family.ROBERTA, config.shape().family());
    assertEquals("xlm-roberta", config.modelType());
  }

  @Test
  void bartMayScaleItsEmbeddings() throws IOException {
    BackboneConfig config =
        changed("bart", "\"scale_embedding\": false", "\"scale_embedding\": true");
    assertEquals(Scale.ROOT_HIDDEN, config.embeddingScale());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bert    | "model_type": "bert"            | "model_type": "gpt2"          | gpt2
          bert    | "model_type": "bert"            | "model_type": 7               | model_type
          bert    | "model_type": "bert",           |                               | model_type
          bert    | "position_embedding_type": "absolute" | "position_embedding_type": "relative_key" | relative_key
          bert    | "hidden_act": "gelu"            | "hidden_act": "mish"          | mish
          bert    | "hidden_size": 32               | "hidden_size": 0              | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": -32            | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": 32.5           | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": "32"           | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": null           | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": NaN            | JSON
          bert    | "hidden_size": 32               | "hidden_size": 1e999          | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": 99999999999999999999 | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": 2147483647     | hidden_size
          bert    | "hidden_size": 32               | "hidden_size": 30             | multiple
          bert    | "hidden_size": 32               | "hidden_size": 32, "hidden_size": 32 | Duplicate
          bert    | "num_hidden_layers": 6          | "num_hidden_layers": 100000   | num_hidden_layers
          bert    | "layer_norm_eps": 1e-12         | "layer_norm_eps": 0           | layer_norm_eps
          bert    | "layer_norm_eps": 1e-12         | "layer_norm_eps": "small"     | layer_norm_eps
          bert    | "pad_token_id": 0               | "pad_token_id": 97            | padding
          bert    | "use_cache": true               | "is_decoder": true            | is_decoder
          bert    | "use_cache": true               | "add_cross_attention": true   | add_cross_attention
          bert    | "use_cache": true               | "quantization_config": {}     | quantization_config
          bert    | "use_cache": true               | "spindle_pooler": 1           | spindle_pooler
          roberta | "max_position_embeddings": 40   | "max_position_embeddings": 2  | positions
          bart    | "decoder_ffn_dim": 64           | "decoder_ffn_dim": 128        | decoder_ffn_dim
          bart    | "decoder_attention_heads": 4    | "decoder_attention_heads": 8  | decoder_attention_heads
          bart    | "use_cache": true               | "normalize_before": true      | normalize_before
          t5      | "feed_forward_proj": "relu"     | "feed_forward_proj": "gated-mish" | mish
          t5      | "relative_attention_num_buckets": 32 | "relative_attention_num_buckets": 2 | buckets
          """)
  void aSettingThatIsNotComputedIsNamed(String family, String text, String other, String named) {
    BackboneException refused =
        assertThrows(
            BackboneException.class, () -> changed(family, text, other == null ? "" : other));
    Folders.assertSentence(refused, "config.json");
    Folders.assertSentence(refused, named);
  }

  @Test
  void sizesThatOverflowAreRefused() {
    Map<String, Object> fields = new HashMap<>(Map.of("model_type", "t5", "vocab_size", 97));
    t5(fields, 32, 6, 64, 1 << 24);
    fields.put("d_kv", 1 << 24);
    Folders.assertSentence(
        assertThrows(BackboneException.class, () -> read(Folders.json(fields))), "overflow");
  }

  @Test
  void aConfigurationCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Folders.parity("bert").resolve("config.json"));
    Path file = folder.resolve("config.json");
    for (int length = 0; length < whole.length - 2; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      Folders.assertSentence(
          assertThrows(BackboneException.class, () -> BackboneConfig.read(file)), "config.json");
    }
  }

  @Test
  void anyFlippedByteIsReadOrRefusedInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(Folders.parity("bert").resolve("config.json"));
    Path file = folder.resolve("config.json");
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(file, flipped);
      try {
        BackboneConfig.read(file);
      } catch (BackboneException e) {
        refused++;
        Folders.assertSentence(e, "config.json");
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  @Test
  void whatHoldsNoObjectIsRefused() {
    for (String text : new String[] {"", "[]", "7", "null", "[".repeat(100_000), "{} {}"}) {
      Folders.assertSentence(
          assertThrows(BackboneException.class, () -> read(text)), "config.json");
    }
    Folders.assertSentence(
        assertThrows(BackboneException.class, () -> BackboneConfig.read(folder.resolve("no.json"))),
        "no such file");
  }

  private static Positions positions(String family) {
    return BackboneConfig.read(Folders.parity(family).resolve("config.json")).positions();
  }

  private BackboneConfig changed(String family, String text, String other) throws IOException {
    String config = Files.readString(Folders.parity(family).resolve("config.json"));
    assertTrue(config.contains(text), text);
    return read(config.replace(text, other));
  }

  private BackboneConfig read(String text) throws IOException {
    return BackboneConfig.read(Files.writeString(folder.resolve("config.json"), text));
  }

  private static void encoder(
      Map<String, Object> fields, int hidden, int layers, int inner, int heads) {
    boolean roberta = "roberta".equals(fields.get("model_type"));
    fields.put("hidden_size", hidden);
    fields.put("num_hidden_layers", layers);
    fields.put("intermediate_size", inner);
    fields.put("num_attention_heads", heads);
    fields.put("max_position_embeddings", roberta ? 514 : 512);
    fields.put("type_vocab_size", roberta ? 1 : 2);
  }

  private static void bart(
      Map<String, Object> fields, int hidden, int layers, int inner, int heads) {
    fields.put("d_model", hidden);
    fields.put("max_position_embeddings", 1024);
    for (String stack : new String[] {"encoder", "decoder"}) {
      fields.put(stack + "_layers", layers);
      fields.put(stack + "_ffn_dim", inner);
      fields.put(stack + "_attention_heads", heads);
    }
  }

  private static void t5(Map<String, Object> fields, int hidden, int layers, int inner, int heads) {
    fields.put("d_model", hidden);
    fields.put("d_kv", inner == 16384 ? 128 : 64);
    fields.put("num_layers", layers);
    fields.put("d_ff", inner);
    fields.put("num_heads", heads);
  }
}
