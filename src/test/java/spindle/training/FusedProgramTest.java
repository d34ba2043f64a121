package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;

/// Trials that are trained together against the same trials, each alone.
@Tag("engine")
final class FusedProgramTest {

  /// A loss is a chain of some sixty products of rows of 32 or 64 numbers; with unit roundoff 6e-8
  /// and errors that add like random ones, another order of sums moves it by sqrt(60 * 64) * 6e-8 =
  /// 4e-6 of itself.
  private static final double LOSS = 4e-6;

  /// AdamW divides each gradient by its own size, so that a relative error of the gradient is one
  /// of the way that a scalar went; tensors whose gradient nearly cancels have a greater one. The
  /// greatest that was seen, 5.4e-5.
  private static final double WAY = 2e-4;

  /// Keys' biases, which a softmax does not see: AdamW makes steps of rounding errors.
  private static final Pattern ROUNDING = Pattern.compile(".*\\.key\\.bias");

  private static final PeftModule PREFIX = new PeftModule.Prefix(3, new PrefixForm.Flat());
  private static final PeftModule MADE = new PeftModule.Prefix(3, new PrefixForm.Reparametrised(6));
  private static final PeftModule LORA =
      new PeftModule.Lora(2, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));
  private static final PeftModule BIASES = new PeftModule.BitFit();
  private static final PeftModule ADAPTER = new PeftModule.Adapter(5, AdapterPlacement.PFEIFFER);

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta"})
  void everyStrategyGivesWhatItGivesAlone(String family) {
    for (Tuning tuning : tunings()) {
      assertSame(family, tuning, Head.Loss.CLASSIFICATION, 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void anyNumberOfTrialsGivesWhatEachGivesAlone(int trials) {
    assertSame("bert", grouped(), Head.Loss.CLASSIFICATION, trials);
    assertSame("roberta", grouped(), Head.Loss.REGRESSION, trials);
  }

  @Test
  void aTrialThatDivergesLeavesTheOthersAsTheyAre() {
    try (SteppedTrials trials = open("bert", grouped(), Head.Loss.REGRESSION, true)) {
      List<SteppedTrials.Trained> alone = trials.alone(3);
      List<SteppedTrials.Trained> together = trials.together(3);
      assertFalse(Double.isFinite(together.get(1).losses().getLast()));
      for (int trial : List.of(0, 2)) {
        compare(trials.trainables(), alone.get(trial), together.get(trial), "trial " + trial);
      }
    }
  }

  @Test
  void frozenWeightsInBfloat16GiveNearlyWhatTheyGiveAlone() {
    try (SteppedTrials trials =
        new SteppedTrials("bert", grouped(), Head.Loss.CLASSIFICATION, Precision.BFLOAT16, false)) {
      List<SteppedTrials.Trained> alone = trials.alone(2);
      List<SteppedTrials.Trained> together = trials.together(2);
      for (int trial = 0; trial < 2; trial++) {
        for (int step = 0; step < 3; step++) {
          // a last digit of float32 may decide which of two bfloat16 neighbours a state becomes
          double loss = alone.get(trial).losses().get(step);
          assertEquals(loss, together.get(trial).losses().get(step), 4e-3 * loss);
        }
      }
    }
  }

  @Test
  void encoderDecodersAndWholeBackbonesAreRefusedInASentence() {
    Exception writer =
        assertThrows(
            IllegalArgumentException.class,
            () -> open("bart", grouped(), Head.Loss.CLASSIFICATION, false));
    assertEquals("encoder-decoders are trained one trial at a time", writer.getMessage());
    Exception full =
        assertThrows(
            IllegalArgumentException.class,
            () -> open("bert", new Tuning.Full(), Head.Loss.CLASSIFICATION, false));
    assertEquals("trials that train the whole backbone share no frozen weights", full.getMessage());
  }

  private static void assertSame(String family, Tuning tuning, Head.Loss loss, int count) {
    try (SteppedTrials trials = open(family, tuning, loss, false)) {
      List<SteppedTrials.Trained> alone = trials.alone(count);
      List<SteppedTrials.Trained> together = trials.together(count);
      for (int trial = 0; trial < count; trial++) {
        String what = family + ", trial " + trial + " of " + count + ", " + tuning;
        compare(trials.trainables(), alone.get(trial), together.get(trial), what);
      }
    }
  }

  private static void compare(
      List<TrainableTensor> tensors,
      SteppedTrials.Trained alone,
      SteppedTrials.Trained together,
      String what) {
    for (int step = 0; step < alone.losses().size(); step++) {
      double loss = alone.losses().get(step);
      assertEquals(loss, together.losses().get(step), LOSS * loss, what);
    }
    int from = 0;
    for (TrainableTensor tensor : tensors) {
      int to = from + Math.toIntExact(tensor.size());
      if (!ROUNDING.matcher(tensor.name()).matches()) {
        double off = distance(alone.moved().subList(from, to), together.moved().subList(from, to));
        assertTrue(off < WAY, what + ": " + tensor.name() + " is off by " + off);
      }
      from = to;
    }
  }

  /// Returns the norm of the difference over the norm.
  private static double distance(List<Float> alone, List<Float> together) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < alone.size(); i++) {
      difference += Math.pow((double) alone.get(i) - together.get(i), 2);
      norm += Math.pow(alone.get(i), 2);
    }
    return difference == 0 ? 0 : Math.sqrt(difference / norm);
  }

  private static SteppedTrials open(String family, Tuning tuning, Head.Loss loss, boolean broken) {
    return new SteppedTrials(family, tuning, loss, Precision.FLOAT32, broken);
  }

  private static List<Tuning> tunings() {
    List<Tuning> tunings = new ArrayList<>();
    for (AdapterPlacement placement : AdapterPlacement.values()) {
      tunings.add(everywhere(List.of(new PeftModule.Adapter(5, placement))));
    }
    for (PeftModule module : List.of(PREFIX, MADE, BIASES, LORA)) {
      tunings.add(everywhere(List.of(module)));
    }
    PeftModule all = new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class));
    tunings.add(everywhere(List.of(ADAPTER, PREFIX, BIASES, all)));
    LayerPlan biases = new LayerPlan(Collections.nCopies(6, List.of(BIASES)));
    tunings.add(new Tuning.Modules(biases, Tuning.Outside.BIASES));
    return tunings;
  }

  /// Returns a design with frozen layers and a strategy of its own in each group.
  private static Tuning grouped() {
    return design(
        List.of(
            List.of(),
            List.of(),
            List.of(ADAPTER, LORA),
            List.of(MADE),
            List.of(BIASES, LORA),
            List.of(PREFIX, ADAPTER)));
  }

  private static Tuning everywhere(List<PeftModule> modules) {
    return design(Collections.nCopies(6, modules));
  }

  private static Tuning design(List<List<PeftModule>> layers) {
    return new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN);
  }
}
