package spindle.training.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.Resources;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.training.torch.TorchThread;

/// A decoder that goes token by token against the program that computes all tokens at once.
@Tag("engine")
final class DecoderStateTest {

  private static final double TOLERANCE = 1e-5;
  private static final int VOCABULARY = 97;
  private static final List<int[]> TEXTS =
      List.of(new int[] {5, 6, 7, 8, 9, 2}, new int[] {10, 11, 2}, new int[] {12, 40, 41, 2});

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void stepsGiveTheScoresOfTheWholeUnderEveryStrategy(String family) {
    for (Tuning tuning : tunings()) {
      assertEquals(0, distance(family, tuning, 8, 1), TOLERANCE, family + tuning);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void theRoomGrowsWithTheText(String family) {
    assertEquals(0, distance(family, everywhere(allFour()), 40, 1), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void theBeamsOfATextShareWhatWasRead(String family) {
    assertEquals(0, distance(family, everywhere(allFour()), 8, 3), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5", "t5-gated"})
  void rowsGoOnFromTheirSourcesAndTextsLeave(String family) {
    int[] sources = {2, 2, 1, 4, 3, 5, 6, 7, 8};
    int[] chosen = {1, 0, 2, 8, 6, 6};
    try (TinyWriter writer = open(family, everywhere(allFour()));
        DecoderState state = new DecoderState(writer.program(), writer.inputs(TEXTS), 3, 9)) {
      long[][] begun = labels(9, 5);
      feed(writer, state, begun, 0, 3);
      state.move(sources);
      state.choose(chosen, new int[] {0, 2});
      long[][] left = labels(6, 5);
      for (int row = 0; row < left.length; row++) {
        System.arraycopy(begun[sources[chosen[row]]], 0, left[row], 0, 2);
      }
      float[] stepped = feed(writer, state, left, 3, 5);
      float[] whole = writer.scores(repeated(List.of(TEXTS.get(0), TEXTS.get(2)), 3), left);
      assertEquals(0, distance(stepped, whole, 4, 5), TOLERANCE);
    }
  }

  /// Returns the largest difference of a score in any step.
  private static double distance(String family, Tuning tuning, int length, int beams) {
    try (TinyWriter writer = open(family, tuning);
        DecoderState state =
            new DecoderState(writer.program(), writer.inputs(TEXTS), beams, length)) {
      long[][] labels = labels(TEXTS.size() * beams, length);
      float[] whole = writer.scores(repeated(TEXTS, beams), labels);
      double largest = 0;
      for (int step = 0; step < length; step++) {
        float[] stepped = feed(writer, state, labels, step, step + 1);
        largest = Math.max(largest, distance(stepped, whole, step, length));
      }
      return largest;
    }
  }

  /// Takes some steps and returns the scores of the last one.
  private static float[] feed(
      TinyWriter writer, DecoderState state, long[][] labels, int from, int to) {
    float[] scores = {};
    for (int step = from; step < to; step++) {
      long[] tokens = new long[labels.length];
      for (int row = 0; row < labels.length; row++) {
        tokens[row] = step == 0 ? writer.program().start() : labels[row][step - 1];
      }
      try (NDManager scope = writer.manager().newSubManager()) {
        NDArray next = TorchThread.withoutGradients(() -> state.step(scope, tokens));
        scores = next.toFloatArray();
      }
    }
    return scores;
  }

  private static double distance(float[] stepped, float[] whole, int place, int length) {
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < stepped.length; i++) {
      int row = i / VOCABULARY;
      float expected = whole[(row * length + place) * VOCABULARY + i % VOCABULARY];
      largest = Math.max(largest, Math.abs(stepped[i] - expected));
      scale = Math.max(scale, Math.abs(expected));
    }
    return largest / scale;
  }

  private static List<int[]> repeated(List<int[]> texts, int times) {
    return texts.stream().flatMap(text -> Collections.nCopies(times, text).stream()).toList();
  }

  private static long[][] labels(int rows, int length) {
    SplittableRandom random = new SplittableRandom(3);
    return IntStream.range(0, rows)
        .mapToObj(_ -> random.longs(length, 3, VOCABULARY).toArray())
        .toArray(long[][]::new);
  }

  private static TinyWriter open(String family, Tuning tuning) {
    return new TinyWriter(Resources.path("/spindle/parity/" + family + "/backbone"), tuning);
  }

  private static List<Tuning> tunings() {
    PeftModule prefix = new PeftModule.Prefix(3, new PrefixForm.Flat());
    List<Tuning> tunings = new ArrayList<>();
    for (AdapterPlacement placement : AdapterPlacement.values()) {
      tunings.add(everywhere(List.of(new PeftModule.Adapter(12, placement))));
    }
    tunings.add(everywhere(List.of(prefix)));
    tunings.add(everywhere(List.of(new PeftModule.Prefix(3, new PrefixForm.Reparametrised(6)))));
    tunings.add(everywhere(List.of(new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class)))));
    tunings.add(everywhere(allFour()));
    List<PeftModule> none = List.of();
    tunings.add(design(List.of(none, List.of(prefix), none, none, List.of(prefix), none)));
    tunings.add(design(Collections.nCopies(6, none)));
    LayerPlan biases = new LayerPlan(Collections.nCopies(6, List.of(new PeftModule.BitFit())));
    tunings.add(new Tuning.Modules(biases, Tuning.Outside.BIASES));
    tunings.add(new Tuning.Full());
    return tunings;
  }

  private static List<PeftModule> allFour() {
    return List.of(
        new PeftModule.Adapter(5, AdapterPlacement.PFEIFFER),
        new PeftModule.Prefix(4, new PrefixForm.Flat()),
        new PeftModule.BitFit(),
        new PeftModule.Lora(2, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE)));
  }

  private static Tuning everywhere(List<PeftModule> modules) {
    return design(Collections.nCopies(6, modules));
  }

  private static Tuning design(List<List<PeftModule>> layers) {
    return new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN);
  }
}
