package spindle.training;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.PairList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.task.Example;
import spindle.task.TextTask;

/// Turns texts into token ids by a backbone's `tokenizer.json`.
final class TextEncoder implements AutoCloseable {

  private static final int AT_ONCE = 256;

  private final HuggingFaceTokenizer tokenizer;
  private final int lastType;
  private final int maxTokens;

  private TextEncoder(HuggingFaceTokenizer tokenizer, int lastType, int maxTokens) {
    this.tokenizer = tokenizer;
    this.lastType = lastType;
    this.maxTokens = maxTokens;
  }

  /// Reads a tokenizer.
  ///
  /// @param types token types that the backbone knows; a tokenizer may number more
  /// @param maxTokens longest sequence; of a pair the longer text is cut first
  /// @throws TrainingException if the file is missing or not a tokenizer
  static TextEncoder open(Path file, int types, int maxTokens) {
    try {
      Map<String, String> options =
          Map.of(
              "truncation",
              "LONGEST_FIRST",
              "padding",
              "DO_NOT_PAD",
              "maxLength",
              Integer.toString(maxTokens),
              "modelMaxLength",
              Integer.toString(maxTokens));
      return new TextEncoder(HuggingFaceTokenizer.newInstance(file, options), types - 1, maxTokens);
    } catch (IOException | RuntimeException e) {
      throw new TrainingException(
          file + " is not a tokenizer that can be read: save it again with Hugging Face tokenizers",
          e);
    }
  }

  /// Encodes examples, in their order.
  List<EncodedExample> encode(List<Example> examples) {
    List<EncodedExample> encoded = new ArrayList<>(examples.size());
    for (int from = 0; from < examples.size(); from += AT_ONCE) {
      List<Example> some = examples.subList(from, Math.min(from + AT_ONCE, examples.size()));
      Encoding[] encodings = encodeSome(some);
      for (int i = 0; i < encodings.length; i++) {
        encoded.add(
            new EncodedExample(
                ints(encodings[i].getIds(), Integer.MAX_VALUE),
                ints(encodings[i].getTypeIds(), lastType),
                some.get(i).label()));
      }
    }
    return encoded;
  }

  /// Encodes the source and target texts of examples, in their order.
  ///
  /// @param end token that ends every target, added where the tokenizer does not
  List<EncodedExample> encodeWriting(List<Example> examples, TextTask task, int end) {
    List<String> targets = examples.stream().map(task::target).toList();
    List<EncodedExample> sources =
        encode(
            examples.stream()
                .map(example -> new Example(task.source(example), Optional.empty(), 0))
                .toList());
    List<EncodedExample> encoded = new ArrayList<>(examples.size());
    for (int from = 0; from < targets.size(); from += AT_ONCE) {
      List<String> some = targets.subList(from, Math.min(from + AT_ONCE, targets.size()));
      for (Encoding target : tokenizer.batchEncode(some)) {
        int[] tokens = ended(ints(target.getIds(), Integer.MAX_VALUE), end);
        encoded.add(sources.get(encoded.size()).withTarget(tokens));
      }
    }
    return encoded;
  }

  private int[] ended(int[] tokens, int end) {
    if (tokens.length > 0 && tokens[tokens.length - 1] == end) {
      return tokens;
    }
    int[] ended = Arrays.copyOf(tokens, Math.min(tokens.length + 1, maxTokens));
    ended[ended.length - 1] = end;
    return ended;
  }

  /// Returns the text of some tokens, special ones left out.
  String decode(int[] tokens) {
    return tokenizer.decode(Arrays.stream(tokens).asLongStream().toArray(), true).strip();
  }

  private Encoding[] encodeSome(List<Example> examples) {
    if (examples.stream().allMatch(example -> example.second().isPresent())) {
      PairList<String, String> pairs = new PairList<>();
      examples.forEach(example -> pairs.add(example.text(), example.second().orElseThrow()));
      return tokenizer.batchEncode(pairs);
    }
    return tokenizer.batchEncode(examples.stream().map(Example::text).toList());
  }

  private static int[] ints(long[] values, int most) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) Math.min(values[i], most);
    }
    return ints;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
