package spindle.training.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.Resources;
import spindle.backbone.Decoding;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.Tuning;

/// Writers whose frozen weights are bfloat16: what is kept of earlier tokens changes nothing of
/// what they write.
@Tag("engine")
final class ShortWriterTest {

  private static final int LENGTH = 8;
  private static final List<int[]> TEXTS =
      List.of(new int[] {5, 6, 7, 8, 9, 2}, new int[] {10, 11, 2}, new int[] {12, 40, 41, 2});

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void theLikeliestTokensAreThoseWithoutKeptKeys(String family) {
    try (TinyWriter writer = open(family)) {
      assertEquals(shown(greedy(writer)), shown(writer.write(TEXTS, decoding(1))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void theBestBeamsAreThoseWithoutKeptKeys(String family) {
    try (TinyWriter writer = open(family)) {
      assertEquals(shown(beams(writer, 3)), shown(writer.write(TEXTS, decoding(3))));
    }
  }

  /// Writes the likeliest next token again and again, with all tokens computed anew.
  private static List<int[]> greedy(TinyWriter writer) {
    return beams(writer, 1);
  }

  /// Keeps the likeliest beginnings of each text, with all tokens computed anew.
  private static List<int[]> beams(TinyWriter writer, int beams) {
    return TEXTS.stream().map(text -> best(writer, text, beams)).toList();
  }

  private record Beginning(List<Long> tokens, double likelihood) {}

  private static int[] best(TinyWriter writer, int[] text, int beams) {
    List<Beginning> kept = List.of(new Beginning(List.of(), 0));
    for (int length = 0; length < LENGTH; length++) {
      List<Beginning> longer = new ArrayList<>();
      for (Beginning beginning : kept) {
        double[] next = likelihoods(writer, text, beginning.tokens());
        for (int token = 0; token < next.length; token++) {
          if (token != writer.backbone().config().endId()) {
            List<Long> tokens = new ArrayList<>(beginning.tokens());
            tokens.add((long) token);
            longer.add(new Beginning(tokens, beginning.likelihood() + next[token]));
          }
        }
      }
      longer.sort((a, b) -> Double.compare(b.likelihood(), a.likelihood()));
      kept = List.copyOf(longer.subList(0, beams));
    }
    return kept.getFirst().tokens().stream().mapToInt(Math::toIntExact).toArray();
  }

  /// Returns the logarithms of the probabilities of the token behind a beginning.
  private static double[] likelihoods(TinyWriter writer, int[] text, List<Long> beginning) {
    int length = beginning.size() + 1; // labels are moved on by one, the last is not read
    long[] labels = new long[length];
    for (int i = 0; i < beginning.size(); i++) {
      labels[i] = beginning.get(i);
    }
    float[] scores = writer.scores(List.of(text), new long[][] {labels});
    int vocabulary = scores.length / length;
    double[] last = new double[vocabulary];
    double sum = 0;
    for (int token = 0; token < vocabulary; token++) {
      last[token] = scores[(length - 1) * vocabulary + token];
      sum += Math.exp(last[token]);
    }
    for (int token = 0; token < vocabulary; token++) {
      last[token] -= Math.log(sum);
    }
    return last;
  }

  private static Decoding decoding(int beams) {
    return new Decoding(
        beams,
        LENGTH,
        LENGTH,
        1,
        Decoding.Stopping.WHEN_BEATEN,
        0,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static List<String> shown(List<int[]> texts) {
    return texts.stream().map(Arrays::toString).toList();
  }

  private static TinyWriter open(String family) {
    List<PeftModule> modules =
        List.of(
            new PeftModule.Adapter(5, AdapterPlacement.PFEIFFER),
            new PeftModule.BitFit(),
            new PeftModule.Lora(2, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE)));
    Tuning tuning =
        new Tuning.Modules(new LayerPlan(Collections.nCopies(6, modules)), Tuning.Outside.FROZEN);
    return new TinyWriter(
        Resources.path("/spindle/parity/" + family + "/backbone"), tuning, Precision.BFLOAT16);
  }
}
