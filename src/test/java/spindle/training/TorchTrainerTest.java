package spindle.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.Tuning;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

@Tag("engine")
final class TorchTrainerTest {

  @TempDir Path folder;
  private TinyStudy study;
  private TorchTrainer trainer;

  @BeforeEach
  void open() throws Exception {
    study = new TinyStudy(folder);
    trainer = TorchTrainer.open("cpu", TinyStudy.sources());
  }

  @AfterEach
  void close() {
    trainer.close();
  }

  @Test
  void theSameTrialGivesTheSameToTheLastDigit() {
    List<Double> first = losses(study.trial("one", TinyStudy.EVERYTHING));
    List<Double> again = losses(study.trial("two", TinyStudy.EVERYTHING));
    assertEquals(first, again);
  }

  @Test
  void trialsSideBySideGiveWhatTheyGiveAlone() throws Exception {
    List<Double> alone = losses(study.trial("alone", TinyStudy.EVERYTHING));
    try (ExecutorService slots = Executors.newFixedThreadPool(2)) {
      List<Callable<List<Double>>> both = new ArrayList<>();
      for (String id : List.of("a", "b", "c")) {
        both.add(() -> losses(study.trial(id, TinyStudy.EVERYTHING)));
      }
      for (var result : slots.invokeAll(both)) {
        assertEquals(alone, result.get());
      }
    }
  }

  @Test
  void anotherSeedGivesAnotherTrial() {
    TrialSpec trial = study.trial("one", TinyStudy.EVERYTHING);
    TrialSpec other = TinyStudy.withSeed(trial, trial.seed().with("seed", 2));
    assertTrue(!losses(trial).equals(losses(other)));
  }

  @Test
  void trainingLowersTheLoss() {
    for (Tuning tuning : List.of(TinyStudy.EVERYTHING, new Tuning.Full())) {
      List<Double> losses = losses(study.trial("one", tuning));
      assertTrue(losses.getLast() < losses.getFirst(), losses.toString());
    }
  }

  @Test
  void theBackbonesFileIsUnchangedToTheBit() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("model.safetensors"));
    trainer.train(study.trial("one", TinyStudy.EVERYTHING), quiet(), () -> false);
    trainer.train(study.trial("two", new Tuning.Full()), quiet(), () -> false);
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("model.safetensors")));
  }

  @Test
  void microBatchesAddUpToTheirBatch() {
    TrialSpec whole = study.trial("one", TinyStudy.EVERYTHING);
    List<Double> expected = losses(whole);
    List<Double> split = losses(TinyStudy.withMicroBatch(whole, 5));
    for (int i = 0; i < expected.size() - 1; i++) {
      assertEquals(expected.get(i), split.get(i), 2e-3);
    }
  }

  @Test
  void aLossThatIsNoNumberEndsTheTrialAsDiverged() throws Exception {
    plantInfinity();
    TrialOutcome outcome =
        trainer.train(study.trial("one", TinyStudy.EVERYTHING), quiet(), () -> false);
    assertEquals(new TrialOutcome.Diverged(1), outcome);
  }

  @Test
  void aCancelledTrialStopsBeforeItsNextStep() {
    TrialOutcome outcome =
        trainer.train(study.trial("one", TinyStudy.EVERYTHING), quiet(), () -> true);
    assertEquals(new TrialOutcome.Cancelled(0), outcome);
  }

  @Test
  void aFolderWithoutTokenizerIsRefusedInASentence() throws Exception {
    Files.delete(folder.resolve("tokenizer.json"));
    assertRefused("has no tokenizer.json: save the tokenizer there");
  }

  @Test
  void aDamagedTokenizerIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, Files.readString(file).substring(0, 400));
    assertRefused("tokenizer.json is not a tokenizer that can be read");
  }

  @Test
  void damagedTrainingDataIsRefusedInASentence() throws Exception {
    Files.writeString(folder.resolve("train.csv"), "text\nonly one column\n");
    assertRefused("train.csv");
  }

  private void assertRefused(String part) {
    TrialOutcome outcome =
        trainer.train(study.trial("one", TinyStudy.EVERYTHING), quiet(), () -> false);
    String message = assertInstanceOf(TrialOutcome.Failed.class, outcome).message();
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count());
  }

  /// Returns the reported losses and the score.
  private List<Double> losses(TrialSpec trial) {
    return Heard.of(trainer, trial).numbers();
  }

  /// Overwrites the first weight of the file with infinity.
  private void plantInfinity() throws Exception {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("model.safetensors"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      file.read(length, 0);
      ByteBuffer infinity = ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      infinity.putFloat(Float.POSITIVE_INFINITY).flip();
      file.write(infinity, 8 + length.getLong(0));
    }
  }

  private static TrialListener quiet() {
    return (trial, outcome) -> {};
  }
}
