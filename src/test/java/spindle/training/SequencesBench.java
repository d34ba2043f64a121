package spindle.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spindle.backbone.Backbone;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.Preset;
import spindle.design.PresetTuning;
import spindle.design.Tuning;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;

/// Teaches a random BART or T5 to copy or reverse letters, and prints the loss and the exact
/// matches.
///
/// Arguments: family, width, layers of each stack, preset, share of the backbone's parameters,
/// epochs, peak learning rate, task (`copy`, `reverse`), training examples.
public final class SequencesBench {

  private final String[] args;

  private SequencesBench(String[] args) {
    this.args = args;
  }

  /// Trains once.
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("letters");
    new SequencesBench(args).train(folder);
  }

  private void train(Path folder) throws IOException {
    int width = Integer.parseInt(args[1]);
    int layers = Integer.parseInt(args[2]);
    new RandomBackbone(Family.valueOf(args[0]), width, layers).write(folder);
    TorchTrainer trainer = TorchTrainer.open("cpu", TinyStudy.sources());
    TrialOutcome outcome = trainer.train(trial(folder), new Printer(), () -> false);
    System.out.println(String.join(" ", args) + ": " + outcome);
    trainer.close();
  }

  private TrialSpec trial(Path folder) {
    double rate = Double.parseDouble(args[6]);
    LearningRates rates = new LearningRates(rate, rate, rate, rate, rate, rate);
    int examples = Integer.parseInt(args[8]);
    int epochs = Integer.parseInt(args[5]);
    return new TrialSpec(
        "letters",
        folder.toString(),
        tuning(folder),
        new TaskSource.Practice(args[7]),
        new TrainingSettings(examples, epochs, 32, 32, 16, rates, 0.05, 0, 1),
        new Seed(1),
        new Seed(1),
        Split.CONFIRMATION);
  }

  private Tuning tuning(Path folder) {
    try (Backbone backbone = Backbone.open("random", folder)) {
      BackboneShape shape = backbone.shape();
      long budget = Math.round(Double.parseDouble(args[4]) * shape.parameters());
      System.out.println(shape + ", " + budget + " parameters");
      return switch (Preset.parse(args[3]).tuning(shape, budget)) {
        case PresetTuning.Whole whole -> whole.tuning();
        case PresetTuning.Designed designed -> {
          List.copyOf(designed.solution().plan().layers()).forEach(System.out::println);
          yield designed.tuning();
        }
        case PresetTuning.Refused refused -> throw new IllegalStateException(refused.toString());
      };
    }
  }

  private static final class Printer implements TrialListener {

    @Override
    public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
      if (step % 100 == 0) {
        System.out.printf("step %d, loss %.4f%n", step, loss);
        System.out.flush();
      }
    }

    @Override
    public void finished(TrialSpec trial, TrialOutcome outcome) {}
  }
}
