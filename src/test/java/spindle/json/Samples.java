package spindle.json;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Design;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.ModuleOptions;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Preset;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.study.LearningRates;
import spindle.study.Protocol;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.FileFormat;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

/// Values that the tests of this package write and read.
final class Samples {
  private Samples() {}

  /// Returns S4 on six layers: groups of 1, 2, 2 and 1.
  static Design s4() {
    return Preset.S4.design(6).orElseThrow();
  }

  /// Returns sizes for [#s4()].
  static LayerPlan plan() {
    PeftModule a = new PeftModule.Adapter(16, AdapterPlacement.PFEIFFER);
    PeftModule p = new PeftModule.Prefix(9, new PrefixForm.Flat());
    PeftModule b = new PeftModule.BitFit();
    PeftModule l = new PeftModule.Lora(8, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));
    return new LayerPlan(
        List.of(
            List.of(a, l),
            List.of(a, p),
            List.of(a, p),
            List.of(a, p, b),
            List.of(a, p, b),
            List.of(p, b, l)));
  }

  static TrialSpec spec() {
    return new TrialSpec(
        "7-SST-2",
        "bundled",
        new Tuning.Modules(plan(), Tuning.Outside.FROZEN),
        delimited(Optional.of("other text")),
        new TrainingSettings(
                2000,
                3,
                32,
                8,
                128,
                new LearningRates(1e-3, 2e-3, 5e-5, 1e-3, 1e-3, 5e-5),
                0.06,
                0,
                1)
            .withScored(Optional.of(200)),
        new Seed(-6_000_000_000_000_000_001L),
        new Seed(2),
        Split.SELECTION);
  }

  /// A plan for six layers in an encoder and six in a decoder.
  static StudyPlan plan(int groups, Optional<Integer> border) {
    BackboneShape shape =
        new BackboneShape(Family.BART, 6, 6, 768, 768, 3072, 12, FeedForward.PLAIN, 139_420_416);
    Subject subject =
        new Subject(
            "bart",
            shape,
            List.of(new StudyTask(texts(), 0)),
            Budget.PAPER,
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            spec().settings());
    return new StudyPlan(
        subject, groups, StageKind.paper(groups), Protocol.DEFAULT, new Seed(1), border);
  }

  static TaskSource texts() {
    return new TaskSource.Texts(
        "own",
        Path.of("train.jsonl"),
        Path.of("dev.jsonl"),
        FileFormat.JSON_LINES,
        "translation.en",
        "translation.ro",
        Metric.BLEU);
  }

  static TaskSource delimited(Optional<String> second) {
    return new TaskSource.Labelled(
        "own", Path.of("train.tsv"), Path.of("dev.tsv"), FileFormat.TAB, "1", second, "3");
  }
}
