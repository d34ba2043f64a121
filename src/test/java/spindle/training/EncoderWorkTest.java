package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.backbone.Backbone;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.training.WorkFiles.Work;

/// Operations of designs that can be counted by hand: three layers 4 wide with 8 inside, two texts
/// of five tokens, two classes.
final class EncoderWorkTest {

  private static final BackboneShape SHAPE =
      new BackboneShape(Family.BERT, 3, 0, 4, 4, 8, 2, FeedForward.PLAIN, 1000);
  private static final Batch BATCH =
      new Batch(Collections.nCopies(2, new EncodedExample(new int[5], new int[5], 0)));

  /// Queries, keys, values and output 4 x 4, two feed-forward maps 4 x 8, for ten rows; scores and
  /// contexts of ten rows with five keys each.
  private static final long LAYER = 2 * 10 * (4 * 16 + 2 * 32 + 2 * 5 * 4);

  /// Keys and values of ten rows, the rest of two.
  private static final long LAST = 2 * (10 * 2 * 16 + 2 * (2 * 16 + 2 * 32 + 2 * 5 * 4));

  private static final long HEAD = 2 * 2 * 4 * 2;

  @Test
  void aTrainedHeadAloneHasNoGradientBelowIt() {
    EncoderWork work = work(List.of(List.of(), List.of(), List.of()), 2);
    assertEquals(2 * LAYER, work.lower(BATCH));
    assertEquals(LAST + HEAD, work.upper(BATCH));
    assertEquals(LAST + 2 * HEAD, work.upperStep(BATCH));
  }

  @Test
  void anAdapterHasGradientsOfItsWeightsAndOfAllAboveIt() {
    PeftModule adapter = new PeftModule.Adapter(3, AdapterPlacement.PFEIFFER);
    EncoderWork work = work(List.of(List.of(), List.of(adapter), List.of()), 1);
    assertEquals(LAYER, work.lower(BATCH));
    long map = 2 * 10 * 4 * 3;
    assertEquals(LAYER + 2 * map + LAST + HEAD, work.upper(BATCH));
    long slopes = (1 + 2) * map + lastSlopes();
    assertEquals(work.upper(BATCH) + slopes, work.upperStep(BATCH));
  }

  @Test
  void loraOnTheFirstQueryNeedsNoGradientOfItsInput() {
    PeftModule lora = new PeftModule.Lora(1, EnumSet.of(LoraMatrix.QUERY));
    EncoderWork work = work(List.of(List.of(), List.of(lora), List.of()), 1);
    long update = 2 * 10 * 4;
    assertEquals(LAYER + 2 * update + LAST + HEAD, work.upper(BATCH));
    long attention = 2 * 2 * (2 * 10 * 5 * 4);
    long above = 2 * 10 * (16 + 2 * 32);
    long slopes = (1 + 2) * update + attention + above + lastSlopes();
    assertEquals(work.upper(BATCH) + slopes, work.upperStep(BATCH));
  }

  @Test
  void aProfilerCountsTheSame(@TempDir Path folder) throws IOException {
    Map<String, Work> counted = new TreeMap<>();
    try (Backbone backbone = Backbone.open("tiny", new TinyStudy(folder).backbone())) {
      WorkFiles.designs(6)
          .forEach((name, plan) ->
              counted.put(name, WorkFiles.work(backbone, plan, WorkFiles.batch(3, 11))));
    }
    // src/bench/count_work.py CP --backbone resources/spindle/parity/bert/backbone, torch 2.13
    assertEquals(
        Map.of(
            "adapter", new Work(2_348_544, 796_032, 1_027_008),
            "all", new Work(587_136, 2_889_984, 6_111_360),
            "lora", new Work(1_174_272, 2_087_808, 4_245_504),
            "prefix", new Work(1_761_408, 1_377_408, 2_676_096)),
        counted);
  }

  /// Returns the operations of the gradients of the last layer and the head: of every product those
  /// of the input, of attention and head those of both factors.
  private static long lastSlopes() {
    return LAST + 2 * 2 * (2 * 5 * 4) + 2 * HEAD;
  }

  private static EncoderWork work(List<List<PeftModule>> layers, int first) {
    return new EncoderWork(SHAPE, new LayerPlan(layers), first, 2);
  }
}
