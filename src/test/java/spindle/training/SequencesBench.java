package spindle.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import spindle.backbone.Backbone;
import spindle.design.*;
import spindle.study.*;
import spindle.task.*;

public final class SequencesBench {
  public static void main(String[] a) throws Exception {
    Family family = Family.valueOf(a[0]);
    Path folder = Files.createTempDirectory("seq");
    new RandomBackbone(family, Integer.parseInt(a[1]), Integer.parseInt(a[2])).write(folder);
    Backbone b = Backbone.open("x", folder);
    double share = Double.parseDouble(a[4]);
    Tuning tuning =
        a[3].equals("full") ? new Tuning.Full() : tuning(Preset.parse(a[3]), b.shape(), share);
    double r = Double.parseDouble(a[6]);
    LearningRates rates = new LearningRates(r, r, r, r, r, r);
    TrainingSettings s =
        new TrainingSettings(
            Integer.parseInt(a[8]),
            Integer.parseInt(a[5]),
            32,
            32,
            16,
            rates,
            0.05,
            0,
            1,
            Optional.of(100));
    TorchTrainer t = TorchTrainer.open("cpu", TinyStudy.sources());
    TrialSpec spec =
        new TrialSpec(
            "t",
            folder.toString(),
            tuning,
            new TaskSource.Practice(a[7]),
            s,
            new Seed(1),
            new Seed(1),
            Split.CONFIRMATION);
    System.out.println(b.shape());
    TrialOutcome o =
        t.train(
            spec,
            new TrialListener() {
              @Override
              public void progressed(TrialSpec x, int step, double loss, double v) {
                if (step % 100 == 0) System.out.printf("%d %.4f %.0f tok/s%n", step, loss, v);
              }

              @Override
              public void finished(TrialSpec x, TrialOutcome e) {}
            },
            () -> false);
    System.out.println(o);
    t.close();
  }

  static Tuning tuning(Preset p, BackboneShape shape, double share) {
    PresetTuning t = p.tuning(shape, Math.round(share * shape.parameters()));
    return switch (t) {
      case PresetTuning.Whole w -> w.tuning();
      case PresetTuning.Designed d -> {
        d.solution().plan().layers().forEach(System.out::println);
        yield d.tuning();
      }
      case PresetTuning.Refused x -> throw new IllegalStateException(x.toString());
    };
  }
}
