package spindle.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.weights.DType;
import spindle.weights.NamedTensor;
import spindle.weights.WeightsException;

/// Opening model folders, sound and unsound ones.
class BackboneTest {

  @SuppressWarnings("unused") // read by name
  private static final List<String> FAMILIES = Folders.PARITY;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("FAMILIES")
  void everyFamilyIsReadWhole(String family) {
    try (Backbone backbone = Backbone.open(family, Folders.parity(family))) {
      long scalars = backbone.tensors().values().stream().mapToLong(NamedTensor::elements).sum();
      long pooler = family.equals("roberta") ? 32 * 32 + 32 : 0;
      assertEquals(backbone.shape().parameters(), scalars + pooler);
      assertEquals(6, backbone.shape().layers());
      assertEquals(Set.of(DType.F32), backbone.types());
      assertEquals(64, backbone.sha256().length());
      assertTrue(backbone.tokenizer().isEmpty());
    }
  }

  @Test
  void headsAreKeptApart() {
    assertEquals(Set.of("classifier.weight", "classifier.bias"), heads("bert"));
    assertEquals(Set.of("lm_head.weight"), heads("t5-gated"));
    assertEquals(Set.of(), heads("t5"));
    assertEquals(4, heads("bart").size());
  }

  @Test
  void thePoolerMayBeAbsent() {
    assertTrue(Backbone.open("bert", Folders.parity("bert")).hasPooler());
    assertFalse(Backbone.open("roberta", Folders.parity("roberta")).hasPooler());
    changed("bert", name -> name.equals("bert.pooler.dense.bias") ? "" : name);
    refused("pooler.dense.bias");
  }

  @Test
  void namesWithoutPrefixAndOldNormNamesAreTheSame() {
    changed(
        "bert",
        name ->
            name.replaceFirst("^bert\\.", "")
                .replace("LayerNorm.weight", "LayerNorm.gamma")
                .replace("LayerNorm.bias", "LayerNorm.beta"));
    Backbone plain = Backbone.open("plain", folder);
    Backbone original = Backbone.open("bert", Folders.parity("bert"));
    assertEquals(original.tensors().keySet(), plain.tensors().keySet());
    assertEquals(
        original.tensor("embeddings.LayerNorm.bias").floats(),
        plain.tensor("embeddings.LayerNorm.bias").floats());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared.weight",
        "encoder.embed_tokens.weight",
        "decoder.embed_tokens.weight",
        "lm_head.weight"
      })
  void aTiedTableIsFoundUnderAnyOfItsNames(String stored) {
    changed("t5", name -> name.equals("shared.weight") ? stored : name);
    assertEquals(
        Backbone.open("t5", Folders.parity("t5")).tensor("shared.weight").floats(),
        Backbone.open("changed", folder).tensor("shared.weight").floats());
  }

  @Test
  void anUntiedHeadIsNoTokenTable() {
    changed("t5-gated", name -> name.equals("shared.weight") ? "" : name);
    refused("shared.weight");
  }

  @Test
  void copiesOfATableMustAgree() {
    Folders.changed(
        folder,
        "bart",
        tensors -> {
          tensors.add(
              NamedTensor.of(
                  "model.encoder.embed_tokens.weight", List.of(97L, 32L), new float[97 * 32]));
          return tensors;
        });
    refused("encoder.embed_tokens.weight");
  }

  @ParameterizedTest
  @CsvSource({
    "bert,    bert.encoder.layer.3.output.dense.weight",
    "roberta, roberta.embeddings.LayerNorm.weight",
    "bart,    model.decoder.layers.2.encoder_attn.k_proj.bias",
    "t5,      decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight",
  })
  void aMissingTensorIsNamed(String family, String missing) {
    changed(family, name -> name.equals(missing) ? "" : name);
    refused(
        TensorNames.canonical(
            Backbone.open(family, Folders.parity(family)).shape().family(), missing));
  }

  @Test
  void anUnknownTensorIsNamed() {
    changed("bert", name -> name.equals("classifier.bias") ? "bert.encoder.layer.6.x" : name);
    refused("bert.encoder.layer.6.x");
  }

  @Test
  void leftoversAreIgnored() {
    Folders.changed(
        folder,
        "bert",
        tensors -> {
          tensors.add(NamedTensor.of("bert.embeddings.position_ids", List.of(1L), new long[1]));
          return tensors;
        });
    assertFalse(Backbone.open("bert", folder).tensors().containsKey("embeddings.position_ids"));
  }

  @Test
  void aTensorThatIsThereTwiceIsNamed() {
    Folders.changed(
        folder,
        "bert",
        tensors -> {
          tensors.add(tensors.getFirst().withName(tensors.getFirst().name().substring(5)));
          return tensors;
        });
    refused("twice");
  }

  @Test
  void aWrongShapeIsNamed() {
    NamedTensor wrong =
        NamedTensor.of("bert.embeddings.LayerNorm.bias", List.of(4L, 8L), new float[32]);
    replaced("bert", wrong);
    refused("[4, 8]");
  }

  @Test
  void aTableOfIntegersIsNamed() {
    replaced("bert", NamedTensor.of("bert.embeddings.LayerNorm.bias", List.of(32L), new long[32]));
    refused("I64");
  }

  @Test
  void weightsOfAnotherFamilyAreRefused() {
    Folders.changed(folder, "roberta", UnaryOperator.identity());
    Folders.copyConfig(Folders.parity("bert"), folder, UnaryOperator.identity());
    refused("roberta.");
  }

  @Test
  void weightsCutOffAnywhereAreRefused() throws IOException {
    Folders.copyConfig(Folders.parity("bert"), folder, UnaryOperator.identity());
    byte[] whole = Files.readAllBytes(Folders.parity("bert").resolve("model.safetensors"));
    for (int length = 0; length < whole.length; length += 2503) {
      Files.write(folder.resolve("model.safetensors"), Arrays.copyOf(whole, length));
      Folders.assertSentence(
          assertThrows(WeightsException.class, () -> Backbone.open("cut", folder)),
          "model.safetensors");
    }
  }

  @Test
  void aDamagedHeaderIsReadOrRefusedInOneLine() throws IOException {
    Folders.copyConfig(Folders.parity("bert"), folder, UnaryOperator.identity());
    byte[] whole = Files.readAllBytes(Folders.parity("bert").resolve("model.safetensors"));
    for (int at = 0; at < 4000; at += 29) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 7));
      Files.write(folder.resolve("model.safetensors"), flipped);
      try {
        Backbone.open("damaged", folder).close();
      } catch (WeightsException | BackboneException e) {
        Folders.assertSentence(e, "model.safetensors");
      }
    }
  }

  @Test
  void aClosedBackboneGivesNothingButKeepsWhatItGave() {
    Backbone backbone = Backbone.open("bert", Folders.parity("bert"));
    ByteBuffer kept = backbone.tensor("pooler.dense.bias").data();
    backbone.close();
    assertThrows(IllegalStateException.class, backbone::tensors);
    assertEquals(4 * 32, kept.remaining());
  }

  @Test
  void theTokenizerIsTheFileBesideTheWeights() throws IOException {
    Folders.changed(folder, "bert", UnaryOperator.identity());
    Path tokenizer = Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertEquals(tokenizer, Backbone.open("bert", folder).tokenizer().orElseThrow());
  }

  private static Set<String> heads(String family) {
    return Backbone.open(family, Folders.parity(family)).headTensors().keySet();
  }

  private void changed(String family, UnaryOperator<String> name) {
    Folders.changed(folder, family, tensors -> Folders.renamed(tensors, name));
  }

  private void replaced(String family, NamedTensor wrong) {
    Folders.changed(
        folder,
        family,
        tensors -> tensors.stream().map(t -> t.name().equals(wrong.name()) ? wrong : t).toList());
  }

  private void refused(String named) {
    BackboneException refused =
        assertThrows(BackboneException.class, () -> Backbone.open("changed", folder));
    Folders.assertSentence(refused, named);
    Folders.assertSentence(refused, folder.toString());
  }
}
