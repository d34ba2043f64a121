package spindle.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spindle.backbone.BackboneConfig;
import spindle.backbone.ExpectedTensor;
import spindle.backbone.ExpectedTensors;
import spindle.design.Family;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsWriter;

/// A folder with a random BART or T5 whose vocabulary is the letters of the practice tasks: no
/// weight of it has seen any text.
///
/// Matrices are normal with the deviation of their fan-in's inverse root, tables with deviation 1,
/// T5's position biases with deviation 2; norms are 1, biases 0.
///
/// @param family BART or T5
/// @param hidden width D; a quarter of it is the width of each of four heads
/// @param layers of the encoder and of the decoder each
record RandomBackbone(Family family, int hidden, int layers) {

  private static final int HEADS = 4;
  private static final List<String> T5_SPECIAL = List.of("<pad>", "</s>", "<unk>");
  private static final List<String> BART_SPECIAL = List.of("<s>", "<pad>", "</s>", "<unk>");

  /// Writes the folder's files.
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config());
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    SplittableRandom random = new SplittableRandom(1);
    List<NamedTensor> tensors = new ArrayList<>();
    ExpectedTensors.of(BackboneConfig.read(folder.resolve("config.json")))
        .required()
        .forEach(tensor ->
            tensors.add(NamedTensor.of(tensor.name(), tensor.shape(), values(tensor, random))));
    SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors);
  }

  private static float[] values(ExpectedTensor tensor, SplittableRandom random) {
    int size = Math.toIntExact(tensor.shape().stream().reduce(1L, Math::multiplyExact));
    float[] values = new float[size];
    if (tensor.shape().size() == 1) {
      java.util.Arrays.fill(values, tensor.name().endsWith("weight") ? 1 : 0);
      return values;
    }
    double deviation =
        tensor.name().contains("relative")
            ? 2
            : tensor.name().contains("shared") || tensor.name().contains("positions")
                ? 1
                : 1 / Math.sqrt(tensor.shape().getLast());
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private String config() {
    String common =
        """
        "vocab_size": %d, "d_model": %d, "dropout_rate": 0.0,
        """
            .formatted(special().size() + 26, hidden);
    String own =
        family == Family.T5
            ? """
            "model_type": "t5", "d_kv": %d, "d_ff": %d, "num_layers": %d, "num_heads": %d,
            "feed_forward_proj": "relu", "pad_token_id": 0, "eos_token_id": 1,
            "decoder_start_token_id": 0, "relative_attention_max_distance": 20
            """
                .formatted(hidden / HEADS, 2 * hidden, layers, HEADS)
            : """
            "model_type": "bart", "encoder_layers": %2$d, "decoder_layers": %2$d,
            "encoder_attention_heads": %3$d, "decoder_attention_heads": %3$d,
            "encoder_ffn_dim": %1$d, "decoder_ffn_dim": %1$d, "max_position_embeddings": 32,
            "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2
            """
                .formatted(2 * hidden, layers, HEADS);
    return "{" + common + own + "}";
  }

  private List<String> special() {
    return family == Family.T5 ? T5_SPECIAL : BART_SPECIAL;
  }

  private String tokenizer() {
    List<String> words = new ArrayList<>(special());
    IntStream.rangeClosed('a', 'z').forEach(letter -> words.add(Character.toString(letter)));
    List<String> vocabulary = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      vocabulary.add("\"" + words.get(i) + "\": " + i);
      if (i < special().size()) {
        added.add(
            """
            {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
             "normalized": false, "special": true}\
            """
                .formatted(i, words.get(i)));
      }
    }
    String first = family == Family.T5 ? "" : token("<s>") + ", ";
    String single = first + "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}, " + token("</s>");
    List<String> used = family == Family.T5 ? List.of("</s>") : List.of("<s>", "</s>");
    List<String> ids =
        used.stream()
            .map(name ->
                "\"%1$s\": {\"id\": \"%1$s\", \"ids\": [%2$d], \"tokens\": [\"%1$s\"]}"
                    .formatted(name, words.indexOf(name)))
            .toList();
    return """
    {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [%s],
     "normalizer": null, "pre_tokenizer": {"type": "WhitespaceSplit"},
     "post_processor": {"type": "TemplateProcessing", "single": [%s], "pair": [%s],
      "special_tokens": {%s}},
     "decoder": null,
     "model": {"type": "WordLevel", "unk_token": "<unk>", "vocab": {%s}}}
    """
        .formatted(
            String.join(", ", added),
            single,
            single.replace(token("</s>"), token("</s>") + ", " + second() + ", " + token("</s>")),
            String.join(", ", ids),
            String.join(", ", vocabulary));
  }

  private static String second() {
    return "{\"Sequence\": {\"id\": \"B\", \"type_id\": 0}}";
  }

  private static String token(String name) {
    return "{\"SpecialToken\": {\"id\": \"%s\", \"type_id\": 0}}"
        .formatted(name.toLowerCase(Locale.ROOT));
  }
}
