package spindle.training;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import spindle.study.WrittenText;
import spindle.task.Example;

/// What a trained decoder wrote for the scored examples.
///
/// @param score in the task's metric
/// @param first the first texts, to be looked at
record Written(double score, List<WrittenText> first) {

  private static final int KEPT = 5;
  private static final int TOKENS_AT_ONCE = 1024;

  Written {
    first = List.copyOf(first);
  }

  /// Writes a text for each scored example and scores them; empty if cancelled meanwhile.
  ///
  /// @param writer returns the tokens that are written for the texts of a batch
  static Optional<Written> of(
      Corpus corpus,
      Corpus.Writing writing,
      Function<Batch, List<int[]>> writer,
      Cancellation cancelled) {
    IdentityHashMap<EncodedExample, int[]> tokens = new IdentityHashMap<>();
    int atOnce = TOKENS_AT_ONCE / writing.decoding().beams();
    for (Batch batch : Batches.sorted(corpus.scored(), atOnce)) {
      if (cancelled.requested()) {
        return Optional.empty();
      }
      List<int[]> rows = writer.apply(batch);
      for (int row = 0; row < rows.size(); row++) {
        tokens.put(batch.examples().get(row), rows.get(row));
      }
    }
    List<int[]> ordered = corpus.scored().stream().map(tokens::get).toList();
    return Optional.of(scored(writing, decoded(writing, ordered)));
  }

  private static List<String> decoded(Corpus.Writing writing, List<int[]> rows) {
    int longest = writing.decoding().maxTokens();
    try (TextEncoder encoder = TextEncoder.open(writing.tokenizer(), 1, longest)) {
      return rows.stream().map(encoder::decode).toList();
    }
  }

  private static Written scored(Corpus.Writing writing, List<String> texts) {
    List<Example> examples = writing.scored();
    List<WrittenText> first =
        IntStream.range(0, Math.min(KEPT, texts.size()))
            .mapToObj(i ->
                new WrittenText(
                    writing.task().source(examples.get(i)),
                    writing.task().target(examples.get(i)),
                    texts.get(i)))
            .toList();
    return new Written(writing.task().score(texts, examples), first);
  }
}
