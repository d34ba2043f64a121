package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
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
    try (TorchTrainer trainer = open(KEEPS_NOTHING)) {
      assertEquals(kept, losses(trainer, 4));
      assertEquals(0, trainer.keptStates());
      assertEquals(kept, losses(trainer, 4));
    }
  }

  @Test
  void aTrialReadsNoStatesOfAnotherPrecision() {
    TrialSpec plain = trial(4);
    TrialSpec half =
        TinyStudy.withSettings(plain, plain.settings().withPrecision(Precision.BFLOAT16));
    List<Double> alone = fresh(trainer -> Heard.of(trainer, half).numbers());
    List<Double> after =
        fresh(trainer -> {
          Heard.of(trainer, plain);
          return Heard.of(trainer, half).numbers();
        });
    assertEquals(alone, after);
  }

  @Test
  void aTrialGivesTheSameToTheLastBitFromFiles() {
    List<Double> kept = fresh(trainer -> losses(trainer, 4));
    try (TorchTrainer trainer = open(new StateCache.Limits(0, 1 << 20, 1 << 20, folder))) {
      assertEquals(kept, losses(trainer, 4));
      assertEquals(2, trainer.mappedStates());
      assertEquals(kept, losses(trainer, 4));
      assertEquals(2, trainer.keptStates());
    }
  }

  @Test
  void statesGoIntoFilesOnceMemoryIsFullAndTheOldestLeaveThem() {
    long memory = 200 << 10;
    try (TorchTrainer trainer = open(new StateCache.Limits(memory, 1 << 20, memory, folder))) {
      List<Double> first = losses(trainer, 4);
      assertEquals(0, trainer.mappedStates());
      losses(trainer, 3);
      assertTrue(trainer.mappedStates() > 0);
      losses(trainer, 2);
      losses(trainer, 1);
      assertTrue(trainer.keptStates() < 8);
      assertEquals(first, losses(trainer, 4));
    }
  }

  @Test
  void aFolderThatTakesNoFilesChangesNothing() {
    List<Double> kept = fresh(trainer -> losses(trainer, 4));
    Path missing = folder.resolve("missing");
    try (TorchTrainer trainer = open(new StateCache.Limits(0, 1 << 20, 1 << 20, missing))) {
      assertEquals(kept, losses(trainer, 4));
      assertEquals(0, trainer.keptStates());
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
    try (TorchTrainer trainer = open(StateCache.Limits.usual());
        ExecutorService slots = Executors.newFixedThreadPool(3)) {
      Callable<List<Double>> trial = () -> losses(trainer, 3);
      for (Future<List<Double>> result : slots.invokeAll(List.of(trial, trial, trial))) {
        assertEquals(alone, result.get());
      }
      assertEquals(2, trainer.keptStates());
    }
  }

  @Test
  void theWayThroughTheCacheComputesWhatAllLayersCompute() {
    for (int first : List.of(1, 3, 5)) {
      List<Double> kept = fresh(trainer -> losses(trainer, first));
      try (TorchTrainer trainer = open(MAKES_NONE)) {
        List<Double> whole = losses(trainer, first);
        for (int i = 0; i < whole.size(); i++) {
          assertEquals(whole.get(i), kept.get(i), 2e-6);
        }
      }
    }
  }

  @Test
  void aDesignThatTunesTheFirstLayerKeepsNothing() {
    try (TorchTrainer trainer = open(StateCache.Limits.usual())) {
      losses(trainer, 0);
      assertEquals(0, trainer.keptStates());
    }
  }

  @Test
  void aTrialThatIsCancelledWhileItFillsLeavesTheRestToTheNext() {
    List<Double> alone = fresh(trainer -> losses(trainer, 4));
    try (TorchTrainer trainer = open(StateCache.Limits.usual())) {
      TrialOutcome outcome = trainer.train(trial(4), (_, _) -> {}, () -> true);
      assertEquals(new TrialOutcome.Cancelled(0), outcome);
      assertEquals(alone, losses(trainer, 4));
    }
  }

  private interface Use {
    List<Double> of(TorchTrainer trainer);
  }

  private static List<Double> fresh(Use use) {
    try (TorchTrainer trainer = open(StateCache.Limits.usual())) {
      return use.of(trainer);
    }
  }

  private static TorchTrainer open(StateCache.Limits limits) {
    return TorchTrainer.open("cpu", TinyStudy.sources(), limits);
  }

  private TrialSpec trial(int first) {
    List<PeftModule> modules =
        List.of(
            new PeftModule.Adapter(3, AdapterPlacement.PFEIFFER),
            new PeftModule.Lora(2, Collections.singleton(LoraMatrix.QUERY)));
    return study.trial("from " + first, TinyStudy.from(first, modules));
  }

  /// Returns the reported losses and the score.
  private List<Double> losses(TorchTrainer trainer, int first) {
    List<Double> losses = Heard.of(trainer, trial(first)).numbers();
    assertTrue(losses.size() > 2, losses.toString());
    return losses;
  }
}
