package spindle.ui.setup;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import spindle.design.Stacking;
import spindle.study.LearningRates;
import spindle.study.NewStudy;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.SamplingPlan;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.study.TrainingSettings;
import spindle.task.FileFormat;
import spindle.task.TaskSource;
import spindle.ui.session.CommandTwin;

/// A study that the form asks for and that could be made.
///
/// @param file in which it will be kept
/// @param study what is asked for
/// @param stacking how its layers are grouped
/// @param places where it will be trained
record SetupDraft(Path file, NewStudy study, Stacking stacking, List<Place> places) {

  /// Copies the list.
  SetupDraft {
    places = List.copyOf(places);
  }

  /// Returns the plan of the study; files of tasks are read.
  ///
  /// @throws spindle.task.TaskException if a task cannot be read
  StudyPlan plan() {
    return study.plan(stacking.border());
  }

  /// Returns the commands that make the same study and then do something with it.
  ///
  /// @param verb of the group of study commands, such as `run`
  String command(String verb) {
    String then = CommandTwin.line(List.of("study", verb, file.toString()));
    return CommandTwin.together(List.of(command(), then));
  }

  /// Returns the command that makes the same study.
  String command() {
    List<String> words = new ArrayList<>(List.of("study", "new", file.toString()));
    add(words, "--backbone", study.backbone().name());
    add(words, "--budget", decimal(study.budget().fraction(), 2) + "%");
    tasks(words);
    training(words, study.settings());
    if (stacking.border().isPresent()) {
      add(words, "--groups", study.groups() / 2);
      add(words, "--stacks", "two");
    } else {
      add(words, "--groups", study.groups());
    }
    if (!study.order().equals(StageKind.paper(study.groups()))) {
      add(words, "--order", stages());
    }
    protocol(words);
    add(words, "--seed", study.seed().value());
    add(words, "--device", devices());
    int slots = places.getFirst().slots();
    if (places.stream().allMatch(place -> place.slots() == slots)) { // else as usual on each
      add(words, "--slots", slots);
    }
    places.getFirst().fused().ifPresent(fused -> add(words, "--fuse", fused)); // alike on all
    return CommandTwin.line(words);
  }

  private static void training(List<String> words, TrainingSettings settings) {
    add(words, "--examples", settings.examples());
    add(words, "--epochs", settings.epochs());
    add(words, "--batch", settings.batch());
    if (settings.microBatch() != settings.batch()) {
      add(words, "--micro-batch", settings.microBatch());
    }
    add(words, "--max-tokens", settings.maxTokens());
    settings.scored().ifPresent(scored -> add(words, "--scored", scored));
    settings
        .precision()
        .ifPresent(format -> add(words, "--precision", format.name().toLowerCase(Locale.ROOT)));
    other(words, "--warmup", settings.warmup(), 0.06);
    other(words, "--weight-decay", settings.weightDecay(), 0);
    other(words, "--clip", settings.clip(), 1);
    LearningRates rates = settings.rates();
    LearningRates usual = LearningRates.USUAL;
    other(words, "--rate-adapter", rates.adapter(), usual.adapter());
    other(words, "--rate-prefix", rates.prefix(), usual.prefix());
    other(words, "--rate-bitfit", rates.bitfit(), usual.bitfit());
    other(words, "--rate-lora", rates.lora(), usual.lora());
    other(words, "--rate-head", rates.head(), usual.head());
    other(words, "--rate-full", rates.full(), usual.full());
  }

  private String stages() {
    return study.order().stream().map(StageKind::id).collect(Collectors.joining(","));
  }

  /// Adds an option that is not at its usual value.
  private static void other(List<String> words, String option, double value, double usual) {
    if (value != usual) {
      add(words, option, decimal(value, 0));
    }
  }

  private void tasks(List<String> words) {
    List<String> names = new ArrayList<>();
    for (TaskSource task : study.tasks()) {
      switch (task) {
        case TaskSource.Practice(String name) -> names.add(name);
        case TaskSource.Glue glue -> {
          names.add(glue.name());
          if (!words.contains("--data")) {
            add(words, "--data", glue.folder());
          }
        }
        case TaskSource.Labelled own -> {
          names.add("csv");
          files(words, own.train(), own.dev(), own.format());
          add(words, "--text", own.text());
          own.second().ifPresent(column -> add(words, "--text2", column));
          add(words, "--label", own.label());
        }
        case TaskSource.Texts own -> {
          names.add("text");
          files(words, own.train(), own.dev(), own.format());
          add(words, "--source", own.source());
          add(words, "--target", own.target());
          add(words, "--metric", own.metric().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
      }
    }
    add(words, "--task", String.join(",", names));
  }

  private static void files(List<String> words, Path train, Path dev, FileFormat format) {
    add(words, "--train", train);
    add(words, "--dev", dev);
    add(words, "--format", format.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void protocol(List<String> words) {
    Protocol protocol = study.protocol();
    SamplingPlan sampling = protocol.sampling();
    add(words, "--draws", sampling.limit());
    switch (sampling) {
      case SamplingPlan.Paper _ -> add(words, "--plan", "paper");
      case SamplingPlan.Paired paired -> {
        add(words, "--first-look", paired.minimum());
        add(words, "--look-every", paired.step());
      }
    }
    other(words, "--confidence", sampling.confidence(), Protocol.DEFAULT.sampling().confidence());
    if (!protocol.criterion().equals(Protocol.DEFAULT.criterion())) {
      add(words, "--criterion", CommandTwin.name(protocol.criterion()));
    }
    if (protocol.diverged() != Protocol.DEFAULT.diverged()) {
      add(words, "--diverged", protocol.diverged().name().toLowerCase(Locale.ROOT));
    }
    if (protocol.presets() == Presets.Extent.ALL) {
      words.add("--all-candidates");
    }
  }

  private String devices() {
    return places.stream().map(place -> place.device().label()).collect(Collectors.joining(","));
  }

  private static void add(List<String> words, String option, Object value) {
    words.add(option);
    words.add(value.toString());
  }

  /// Writes a number so that it is read back as the same one.
  ///
  /// @param places by which its point is moved to the right
  private static String decimal(double number, int places) {
    return BigDecimal.valueOf(number).movePointRight(places).stripTrailingZeros().toPlainString();
  }
}
