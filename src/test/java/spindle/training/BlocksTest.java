package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spindle.Resources;
import spindle.backbone.Backbone;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

@Tag("engine")
final class BlocksTest {

  /// The longest chain of sums has some thousand numbers; see `FusedProgramTest`.
  private static final double ROUNDING = 4e-6;

  private static final Head HEAD =
      new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out");

  private static final List<PeftModule> ALL =
      List.of(
          new PeftModule.Prefix(3, new PrefixForm.Flat()),
          new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class)),
          new PeftModule.BitFit(),
          new PeftModule.Adapter(5, AdapterPlacement.PFEIFFER));

  @Test
  void noOtherCutCostsLess() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 20; round++) {
      Batch batch = batch(random.ints(9, 1, 30).toArray());
      int least = Integer.MAX_VALUE;
      for (int cut = 0; cut < 1 << 8; cut++) {
        least = Math.min(least, cost(pieces(batch, cut)));
      }
      assertEquals(least, cost(Blocks.SEVERAL.of(batch)), batch.toString());
    }
  }

  @Test
  void blocksHoldTheExamplesInOrder() {
    Batch batch = batch(2, 2, 30, 30, 3, 9);
    List<EncodedExample> all =
        Blocks.SEVERAL.of(batch).stream().flatMap(block -> block.examples().stream()).toList();
    assertEquals(batch.examples(), all);
    assertEquals(List.of(batch), Blocks.ONE.of(batch));
  }

  @ParameterizedTest
  @CsvSource({"bert, 0", "bert, 2", "roberta, 0", "roberta, 2", "roberta, 5"})
  void aProgramGivesTheSameInOneBlockAndInSeveral(String family, int frozen) {
    TorchThread.prepare();
    try (NDManager manager = Devices.open("cpu");
        Backbone backbone =
            Backbone.open(family, Resources.path("/spindle/parity/" + family + "/backbone"));
        DeviceWeights weights = new DeviceWeights(manager, backbone.tensors())) {
      TensorProgram program =
          TensorProgram.compile(backbone.config(), design(frozen), HEAD, Map.of());
      assertEquals(frozen, program.firstTrained());
      try (ScriptModule module = ScriptModule.load(manager, program.text())) {
        List<NDArray> w = weights.list(program.frozen(), program.halves());
        NDArray theta = start(manager, program);
        Passes several = new Passes(module, w, theta, backbone.config());
        Side side =
            new Side(manager, theta.getShape(), frozen == 0 ? 0 : backbone.shape().hidden());
        side.assertSame(several.inOneBlock(), several);
      }
    }
  }

  /// What both ways work with.
  ///
  /// @param width of the kept states of frozen layers, 0 if there are none
  private record Side(NDManager manager, Shape theta, int width) {

    void assertSame(Passes one, Passes several) {
      Batch batch = batch(3, 3, 4, 9, 10, 10, 17, 17);
      assertTrue(Blocks.SEVERAL.of(batch).size() > 2);
      Optional<FrozenStates> states = states(batch, one);
      Optional<FrozenStates> others = states(batch, several);
      close(one.outputs(manager, batch, states), several.outputs(manager, batch, others));
      close(gradient(one, batch, states), gradient(several, batch, others));
      states.ifPresent(FrozenStates::close);
      others.ifPresent(FrozenStates::close);
    }

    /// Returns the loss and behind it the gradient.
    private float[] gradient(Passes passes, Batch batch, Optional<FrozenStates> states) {
      NDArray gradient = manager.zeros(theta);
      NDArray loss = passes.accumulate(manager, batch, gradient, 1, states);
      return loss.reshape(1).concat(gradient).toFloatArray();
    }

    private Optional<FrozenStates> states(Batch batch, Passes passes) {
      if (width == 0) {
        return Optional.empty();
      }
      FrozenStates states = new FrozenStates(manager, batch.examples(), width, Optional.empty());
      assertTrue(states.fill(texts -> passes.keep(manager, texts, states), () -> false));
      return Optional.of(states);
    }
  }

  private static void close(float[] expected, float[] actual) {
    double norm =
        Math.sqrt(
            IntStream.range(0, expected.length).mapToDouble(i -> expected[i] * expected[i]).sum());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], ROUNDING * norm, "number " + i);
    }
  }

  private static NDArray start(NDManager manager, TensorProgram program) {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[Math.toIntExact(program.trainedScalars())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.1 * random.nextGaussian());
    }
    return manager.create(values, new Shape(values.length));
  }

  private static Tuning design(int frozen) {
    List<List<PeftModule>> layers = new ArrayList<>();
    for (int layer = 0; layer < 6; layer++) {
      layers.add(layer < frozen ? List.of() : ALL);
    }
    return new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN);
  }

  private static Batch batch(int... lengths) {
    SplittableRandom random = new SplittableRandom(11);
    List<EncodedExample> texts = new ArrayList<>();
    for (int length : lengths) {
      int[] ids = random.ints(length, 3, 60).toArray();
      texts.add(new EncodedExample(ids, new int[length], texts.size() % 2));
    }
    return new Batch(texts);
  }

  /// Returns the pieces of a batch that is cut behind the examples whose bit is set.
  private static List<Batch> pieces(Batch batch, int cut) {
    List<Batch> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= batch.size(); i++) {
      if (i == batch.size() || (cut >> (i - 1) & 1) == 1) {
        pieces.add(new Batch(batch.examples().subList(from, i)));
        from = i;
      }
    }
    return pieces;
  }

  private static int cost(List<Batch> blocks) {
    return blocks.stream().mapToInt(block -> block.size() * block.longest() + Blocks.PRICE).sum();
  }
}
