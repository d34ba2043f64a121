package spindle.training.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.Resources;
import spindle.backbone.Decoding;
import spindle.design.LayerPlan;
import spindle.design.Tuning;

/// What is written against what Hugging Face's `generate` writes with the same model; the reference
/// is made by `make_reference.py` beside the models.
@Tag("engine")
final class WriterTest {

  private static final Tuning NOTHING =
      new Tuning.Modules(new LayerPlan(Collections.nCopies(4, List.of())), Tuning.Outside.FROZEN);

  @TempDir Path empty;

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void everySettingWritesWhatGenerateWrites(String family) throws Exception {
    Path folder = Resources.path("/spindle/training/writing/" + family);
    JsonNode root = new ObjectMapper().readTree(folder.resolve("cases.json").toFile());
    List<int[]> read = texts(root.required("read"));
    try (TinyWriter writer = new TinyWriter(folder, NOTHING)) {
      for (JsonNode one : root.required("cases")) {
        JsonNode settings = one.required("settings");
        Decoding decoding = decoding(Decoding.read(folder), settings);
        List<String> expected = shown(texts(one.required("written")), writer.program().end());
        List<String> written = shown(writer.write(read, decoding), writer.program().end());
        assertEquals(expected, written, family + " " + settings);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void aTextAloneBecomesWhatItBecomesAmongOthers(String family) throws Exception {
    Path folder = Resources.path("/spindle/training/writing/" + family);
    JsonNode root = new ObjectMapper().readTree(folder.resolve("cases.json").toFile());
    List<int[]> read = texts(root.required("read"));
    Decoding decoding =
        decoding(Decoding.read(folder), root.required("cases").get(5).path("settings"));
    try (TinyWriter writer = new TinyWriter(folder, NOTHING)) {
      List<String> together = shown(writer.write(read, decoding), -1);
      for (int i = 0; i < read.size(); i++) {
        List<String> alone = shown(writer.write(List.of(read.get(i)), decoding), -1);
        assertEquals(together.get(i), alone.getFirst());
      }
    }
  }

  @Test
  void aFoldersGenerationSettingsAreRead() throws Exception {
    Files.writeString(
        empty.resolve("generation_config.json"),
        """
        {"num_beams": 4, "max_length": 142, "min_length": 56, "length_penalty": 2.0,
         "early_stopping": true, "no_repeat_ngram_size": 3, "forced_bos_token_id": 0,
         "forced_eos_token_id": 2}
        """);
    Decoding expected =
        new Decoding(
            4, 55, 141, 2, Decoding.Stopping.WHEN_FULL, 3, OptionalInt.of(0), OptionalInt.of(2));
    assertEquals(expected, Decoding.read(empty));
  }

  private static Decoding decoding(Decoding from, JsonNode settings) {
    JsonNode early = settings.path("early_stopping");
    Decoding.Stopping stopping =
        early.asText().equals("never")
            ? Decoding.Stopping.WHEN_HOPELESS
            : early.asBoolean() ? Decoding.Stopping.WHEN_FULL : Decoding.Stopping.WHEN_BEATEN;
    return new Decoding(
        settings.path("num_beams").asInt(1),
        settings.path("min_new_tokens").asInt(0),
        settings.path("max_new_tokens").asInt(20),
        settings.path("length_penalty").asDouble(1),
        stopping,
        settings.path("no_repeat_ngram_size").asInt(0),
        settings.has("forced_bos_token_id")
            ? OptionalInt.of(settings.path("forced_bos_token_id").asInt())
            : from.forcedFirst(),
        from.forcedLast());
  }

  private static List<int[]> texts(JsonNode rows) {
    List<int[]> texts = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Integer> ids = new ArrayList<>();
      row.forEach(id -> ids.add(id.asInt()));
      texts.add(ids.stream().mapToInt(Integer::intValue).toArray());
    }
    return texts;
  }

  /// Returns the texts without the end token.
  private static List<String> shown(List<int[]> texts, int end) {
    return texts.stream()
        .map(text -> java.util.Arrays.stream(text).boxed().toList())
        .map(ids -> ids.isEmpty() || ids.getLast() != end ? ids : ids.subList(0, ids.size() - 1))
        .map(List::toString)
        .toList();
  }
}
