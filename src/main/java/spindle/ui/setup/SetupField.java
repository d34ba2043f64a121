package spindle.ui.setup;

import java.util.Locale;

/// A field of the set-up into which the user types.
public enum SetupField {
  /// File of the study.
  FILE(""),
  /// Backbone: `bundled`, a folder or a hub name.
  BACKBONE("bundled"),
  /// Folder of GLUE tasks.
  GLUE(""),
  /// Training file of the user's own task.
  TRAIN(""),
  /// Development file of the user's own task.
  DEV(""),
  /// Column of the sentence.
  TEXT(""),
  /// Column of the second sentence, if there is one.
  SECOND(""),
  /// Column of the label.
  LABEL(""),
  /// Column or field of the given text.
  SOURCE(""),
  /// Column or field of the text to write.
  TARGET(""),
  /// Trainable share of the backbone, in percent.
  BUDGET("0.5"),
  /// Groups of layers.
  GROUPS("4"),
  /// Most designs of a candidate.
  DRAWS("100"),
  /// Designs before the first look.
  FIRST("8"),
  /// Designs between two looks.
  EVERY("4"),
  /// Training examples of a task.
  EXAMPLES("2000"),
  /// Passes over them.
  EPOCHS("3"),
  /// Examples a step.
  BATCH("32"),
  /// Examples a backward pass; the batch if empty.
  MICRO(""),
  /// Longest text in tokens.
  TOKENS("128"),
  /// Examples that give the score; all if empty.
  SCORED(""),
  /// Learning rate of adapters.
  ADAPTER("1e-3"),
  /// Learning rate of prefixes.
  PREFIX("1e-3"),
  /// Learning rate of biases.
  BITFIT("1e-3"),
  /// Learning rate of LoRA factors.
  LORA("1e-3"),
  /// Learning rate of the task head.
  HEAD("1e-3"),
  /// Learning rate of the backbone itself, if all of it is trained.
  FULL("5e-5"),
  /// Share of the steps over which the rates rise.
  WARMUP("0.06"),
  /// Weight decay.
  DECAY("0"),
  /// Largest norm of the gradient.
  CLIP("1"),
  /// Stages, parted by commas; the paper's if empty.
  ORDER(""),
  /// One minus the probability of a false verdict.
  CONFIDENCE("0.95"),
  /// Designs that the best is taken of, if candidates are judged so.
  BEST("10"),
  /// Devices, parted by commas.
  DEVICES("cpu"),
  /// Trials at once on each device; the usual number if empty.
  SLOTS(""),
  /// Trials that are trained in one call a step; none if empty.
  FUSE(""),
  /// Seed of every random choice.
  SEED("1");

  private final String usual;

  SetupField(String usual) {
    this.usual = usual;
  }

  /// Returns what stands in the field at first.
  public String usual() {
    return usual;
  }

  /// Returns the key of its texts, such as `setup.budget`.
  public String key() {
    return "setup." + name().toLowerCase(Locale.ROOT);
  }
}
