package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Tuning;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Trials whose lower layers are frozen read the states of these from a cache, and what they give
/// does not depend on what was in it.
@Tag("engine")
final class FrozenStatesTest {

  private static final StateCache.Limits KEEPS_NOTHING = new StateCache.Limits(0, 1 << 20);
  private static final StateCache.Limits MAKES_NONE = new StateCache.Limits(0, 0);

  @TempDir Path folder;
  private TinyStudy study;

  @BeforeEach
  void makeStudy() throws Exception {
    study = new TinyStudy(folder);
  }

  @Test
  void aTrialGivesTheSameToTheLastBitWhateverTheCacheHolds() {
    List<Double> cold = fresh(trainer -> losses(trainer, 4));
    List<Double> warm =
        fresh(trainer -> {
          losses(trainer, 4);
          return losses(trainer, 4);
        });
    List<Double> besideOthers =
        fresh(trainer -> {
          losses(trainer, 2);
          losses(trainer, 5);
          return losses(trainer, 4);
        });
    assertEquals(cold, warm);
    assertEquals(cold, besideOthers);
  }

  @Test
  void aTrialGivesTheSameToTheLastBitIfNothingIsKept() {
    List<Double> kept = fresh(trainer -> losses(trainer, 4));
    try (Closing trainer = new Closing(KEEPS_NOTHING)) {
      assertEquals(kept, losses(trainer.open, 4));
      assertEquals(0, trainer.open.keptStates());
      assertEquals(kept, losses(trainer.open, 4));
    }
  }

  @Test
  void aTrialGivesTheSameToTheLastBitFromFiles() {
    List<Double> kept = fresh(trainer -> losses(trainer, 4));
    try (Closing trainer = new Closing(new StateCache.Limits(0, 1 << 20, 1 << 20, folder))) {
      assertEquals(kept, losses(trainer.open, 4));
      assertEquals(2, trainer.open.mappedStates());
      assertEquals(kept, losses(trainer.open, 4));
      assertEquals(2, trainer.open.keptStates());
    }
  }

  @Test
  void statesGoIntoFilesOnceMemoryIsFullAndTheOldestLeaveThem() {
    long memory = 200 << 10;
    try (Closing trainer = new Closing(new StateCache.Limits(memory, 1 << 20, memory, folder))) {
      List<Double> first = losses(trainer.open, 4);
      assertEquals(0, trainer.open.mappedStates());
      losses(trainer.open, 3);
      assertTrue(trainer.open.mappedStates() > 0);
      losses(trainer.open, 2);
      losses(trainer.open, 1);
      assertTrue(trainer.open.keptStates() < 8);
      assertEquals(first, losses(trainer.open, 4));
    }
  }

  @Test
  void aFolderThatTakesNoFilesChangesNothing() {
    List<Double> kept = fresh(trainer -> losses(trainer, 4));
    Path missing = folder.resolve("missing");
    try (Closing trainer = new Closing(new StateCache.Limits(0, 1 << 20, 1 << 20, missing))) {
      assertEquals(kept, losses(trainer.open, 4));
      assertEquals(0, trainer.open.keptStates());
    }
  }

  @Test
  void noFileIsMadeThatWouldFillTheDisk() throws Exception {
    long room = Files.getFileStore(folder).getUsableSpace();
    assertTrue(StateFile.create(folder, room).isEmpty());
    try (StateFile file = StateFile.create(folder, 3 << 20).orElseThrow()) {
      assertEquals(3 << 20, file.bytes().capacity());
    }
  }

  @Test
  void trialsThatFillTheCacheTogetherGiveWhatTheyGiveAlone() throws Exception {
    List<Double> alone = fresh(trainer -> losses(trainer, 3));
    try (Closing trainer = new Closing(StateCache.Limits.usual());
        ExecutorService slots = Executors.newFixedThreadPool(3)) {
      Callable<List<Double>> trial = () -> losses(trainer.open, 3);
      for (Future<List<Double>> result : slots.invokeAll(List.of(trial, trial, trial))) {
        assertEquals(alone, result.get());
      }
      assertEquals(2, trainer.open.keptStates());
    }
  }

  @Test
  void theWayThroughTheCacheComputesWhatAllLayersCompute() {
    for (int first : List.of(1, 3, 5)) {
      List<Double> kept = fresh(trainer -> losses(trainer, first));
      try (Closing trainer = new Closing(MAKES_NONE)) {
        List<Double> whole = losses(trainer.open, first);
        for (int i = 0; i < whole.size(); i++) {
          assertEquals(whole.get(i), kept.get(i), 2e-6);
        }
      }
    }
  }

  @Test
  void aDesignThatTunesTheFirstLayerKeepsNothing() {
    try (Closing trainer = new Closing(StateCache.Limits.usual())) {
      losses(trainer.open, 0);
      assertEquals(0, trainer.open.keptStates());
    }
  }

  @Test
  void aTrialThatIsCancelledWhileItFillsLeavesTheRestToTheNext() {
    List<Double> alone = fresh(trainer -> losses(trainer, 4));
    try (Closing trainer = new Closing(StateCache.Limits.usual())) {
      TrialOutcome outcome = trainer.open.train(trial(4), (_, _) -> {}, () -> true);
      assertEquals(new TrialOutcome.Cancelled(0), outcome);
      assertEquals(alone, losses(trainer.open, 4));
    }
  }

  private interface Use {
    List<Double> of(TorchTrainer trainer);
  }

  private static List<Double> fresh(Use use) {
    try (Closing trainer = new Closing(StateCache.Limits.usual())) {
      return use.of(trainer.open);
    }
  }

  /// A trainer that is closed at the end.
  private static final class Closing implements AutoCloseable {
    final TorchTrainer open;

    Closing(StateCache.Limits limits) {
      open = TorchTrainer.open("cpu", TinyStudy.sources(), limits);
    }

    @Override
    public void close() {
      open.close();
    }
  }

  private TrialSpec trial(int first) {
    List<PeftModule> modules =
        List.of(
            new PeftModule.Adapter(3, AdapterPlacement.PFEIFFER),
            new PeftModule.Lora(2, Collections.singleton(LoraMatrix.QUERY)));
    List<List<PeftModule>> layers = new ArrayList<>();
    for (int layer = 0; layer < 6; layer++) {
      layers.add(layer < first ? List.of() : modules);
    }
    return study.trial(
        "from " + first, new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN));
  }

  /// Returns the reported losses and the score.
  private List<Double> losses(TorchTrainer trainer, int first) {
    List<Double> losses = new ArrayList<>();
    TrialOutcome outcome =
        trainer.train(
            trial(first),
            new TrialListener() {
              @Override
              public void progressed(TrialSpec of, int step, double loss, double speed) {
                losses.add(loss);
              }

              @Override
              public void finished(TrialSpec of, TrialOutcome end) {}
            },
            () -> false);
    losses.add(assertInstanceOf(TrialOutcome.Scored.class, outcome).score());
    assertTrue(losses.size() > 2, losses.toString());
    return losses;
  }
}
