package spindle.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weights of a model folder, in one file or in shards.
class SafetensorsFolderTest {

  private static final String ONE = "model-00001-of-00002.safetensors";
  private static final String TWO = "model-00002-of-00002.safetensors";

  @TempDir Path folder;

  @BeforeEach
  void writeShards() throws IOException {
    shard(ONE, "a", "b");
    shard(TWO, "c");
    index("{\"a\":\"%s\",\"b\":\"%s\",\"c\":\"%s\"}".formatted(ONE, ONE, TWO));
  }

  @Test
  void shardsMakeOneModel() {
    SafetensorsFolder read = SafetensorsFolder.open(folder);
    assertEquals(Set.of("a", "b", "c"), read.tensors().keySet());
    assertEquals(List.of(folder.resolve(ONE), folder.resolve(TWO)), read.files());
  }

  @Test
  void aSingleFileIsPreferred() {
    shard("model.safetensors", "z");
    assertEquals(Set.of("z"), SafetensorsFolder.open(folder).tensors().keySet());
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    Files.delete(folder.resolve(TWO));
    refused(TWO);
  }

  @Test
  void aListedTensorThatIsAbsentIsNamed() throws IOException {
    index("{\"a\":\"%s\",\"b\":\"%s\",\"c\":\"%s\",\"d\":\"%s\"}".formatted(ONE, ONE, TWO, TWO));
    refused("tensor d");
  }

  @Test
  void aTensorInTwoShardsIsNamed() {
    shard(TWO, "c", "b");
    refused("tensor b");
  }

  @Test
  void aTensorThatIsNotListedIsNamed() {
    shard(TWO, "c", "e");
    refused("tensor e");
  }

  @Test
  void aShardOutsideTheFolderIsNeverOpened() throws IOException {
    index("{\"a\":\"../secret.safetensors\"}");
    refused("../secret.safetensors");
  }

  @Test
  void aDamagedIndexIsNamed() throws IOException {
    Path index = folder.resolve("model.safetensors.index.json");
    for (String text :
        List.of("", "{", "[]", "{}", "{\"weight_map\":{}}", "{\"weight_map\":{\"a\":1}}")) {
      Files.writeString(index, text);
      refused("index.json");
    }
  }

  @Test
  void pickledWeightsAreNeverRead() throws IOException {
    Path pickled = Files.createDirectory(folder.resolve("pickled"));
    Files.writeString(pickled.resolve("pytorch_model.bin"), "x");
    WeightsException refused =
        assertThrows(WeightsException.class, () -> SafetensorsFolder.open(pickled));
    SafetensorsFileTest.assertSentence(refused, "pytorch_model.bin");
    SafetensorsFileTest.assertSentence(refused, "safe_serialization=True");
  }

  @Test
  void aFolderWithoutWeightsIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path nothing : List.of(empty, folder.resolve("missing"))) {
      SafetensorsFileTest.assertSentence(
          assertThrows(WeightsException.class, () -> SafetensorsFolder.open(nothing)),
          nothing.toString());
    }
  }

  private void refused(String named) {
    SafetensorsFileTest.assertSentence(
        assertThrows(WeightsException.class, () -> SafetensorsFolder.open(folder)), named);
  }

  private void shard(String file, String... names) {
    SafetensorsWriter.write(
        folder.resolve(file),
        List.of(names).stream()
            .map(name -> NamedTensor.of(name, List.of(1L), new float[] {1}))
            .toList());
  }

  private void index(String map) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"metadata\":{\"total_size\":12},\"weight_map\":" + map + "}");
  }
}
