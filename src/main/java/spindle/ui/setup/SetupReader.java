package spindle.ui.setup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Precision;
import spindle.design.Stacking;
import spindle.study.BackboneInfo;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.NewStudy;
import spindle.study.Place;
import spindle.study.Protocol;
import spindle.study.SamplingPlan;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.TrainingSettings;
import spindle.task.TaskSource;
import spindle.ui.Texts;

/// Reads what stands in the form, once: a study, or what is wrong at each field.
final class SetupReader {

  /// What was read.
  ///
  /// @param problems what is wrong, a sentence a field; empty if nothing is
  /// @param draft the study, if nothing is wrong
  record Reading(Map<SetupField, String> problems, Optional<SetupDraft> draft) {
    /// Copies the map.
    Reading {
      problems = Map.copyOf(problems);
    }
  }

  private static final int MOST = 1_000_000;

  private final SetupValues values;
  private final Optional<BackboneInfo> backbone;
  private final Map<SetupField, String> problems = new EnumMap<>(SetupField.class);

  private SetupReader(SetupValues values, Optional<BackboneInfo> backbone) {
    this.values = values;
    this.backbone = backbone;
  }

  /// Reads the form.
  ///
  /// @param backbone what is known of the one that is named; empty while it is looked for
  static Reading read(SetupValues values, Optional<BackboneInfo> backbone) {
    SetupReader reader = new SetupReader(values, backbone);
    Optional<SetupDraft> draft = reader.draft();
    return new Reading(reader.problems, reader.problems.isEmpty() ? draft : Optional.empty());
  }

  private Optional<SetupDraft> draft() {
    Optional<Path> file = path(SetupField.FILE).flatMap(this::newFile);
    List<TaskSource> tasks = tasks();
    Optional<Budget> budget = read(SetupField.BUDGET, text -> Budget.parse(percent(text)));
    checkWriting(tasks);
    Optional<Stacking> stacking = stacking();
    Optional<Protocol> protocol = sampling().map(SetupReader::protocol);
    Optional<TrainingSettings> settings = settings();
    Optional<Seed> seed = read(SetupField.SEED, text -> new Seed(wholeLong(text)));
    List<Place> places = places();
    if (!problems.isEmpty() || backbone.isEmpty()) {
      return Optional.empty();
    }
    NewStudy study =
        new NewStudy(
            backbone.get(),
            tasks,
            budget.orElseThrow(),
            settings.orElseThrow(),
            stacking.orElseThrow().groups(),
            StageKind.paper(stacking.orElseThrow().groups()),
            protocol.orElseThrow(),
            seed.orElseThrow());
    return Optional.of(new SetupDraft(file.orElseThrow(), study, stacking.orElseThrow(), places));
  }

  private Optional<Path> newFile(Path file) {
    if (Files.exists(file)) {
      problems.put(SetupField.FILE, Texts.of("setup.file.exists"));
      return Optional.empty();
    }
    return Optional.of(file.toAbsolutePath().normalize());
  }

  private List<TaskSource> tasks() {
    List<TaskSource> tasks = new ArrayList<>();
    values.practice().stream().sorted().map(TaskSource.Practice::new).forEach(tasks::add);
    if (!values.glue().isEmpty()) {
      path(SetupField.GLUE)
          .flatMap(this::folder)
          .ifPresent(folder ->
              values.glue().stream()
                  .sorted()
                  .map(name -> new TaskSource.Glue(name, folder))
                  .forEach(tasks::add));
    }
    if (!values.text(SetupField.TRAIN).isEmpty()) {
      own().ifPresent(tasks::add);
    }
    boolean none = values.practice().isEmpty() && values.glue().isEmpty();
    if (none && values.text(SetupField.TRAIN).isEmpty()) {
      problems.put(SetupField.TRAIN, Texts.of("setup.tasks.none"));
    }
    return tasks;
  }

  private Optional<Path> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      problems.put(SetupField.GLUE, Texts.of("setup.folder.missing"));
      return Optional.empty();
    }
    return Optional.of(folder);
  }

  private Optional<TaskSource> own() {
    Optional<Path> train = path(SetupField.TRAIN).flatMap(p -> existing(SetupField.TRAIN, p));
    Optional<Path> dev = path(SetupField.DEV).flatMap(p -> existing(SetupField.DEV, p));
    Optional<OwnFiles> files = train.flatMap(t -> dev.map(d -> new OwnFiles(t, d)));
    return switch (values.options().own()) {
      case LABELLED -> labelled(files);
      case TEXTS -> texts(files);
    };
  }

  private Optional<TaskSource> labelled(Optional<OwnFiles> files) {
    Optional<String> text = needed(SetupField.TEXT);
    Optional<String> label = needed(SetupField.LABEL);
    if (files.isEmpty() || text.isEmpty() || label.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskSource.Labelled(
            TaskSource.nameOf(files.get().train()),
            files.get().train(),
            files.get().dev(),
            files.get().format(values.options().layout()),
            text.get(),
            optional(SetupField.SECOND),
            label.get()));
  }

  private Optional<TaskSource> texts(Optional<OwnFiles> files) {
    Optional<String> source = needed(SetupField.SOURCE);
    Optional<String> target = needed(SetupField.TARGET);
    if (files.isEmpty() || source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskSource.Texts(
            TaskSource.nameOf(files.get().train()),
            files.get().train(),
            files.get().dev(),
            files.get().format(values.options().layout()),
            source.get(),
            target.get(),
            values.options().metric()));
  }

  /// What only a decoder can write is no task for a backbone without one.
  private void checkWriting(List<TaskSource> tasks) {
    boolean decoder = backbone.map(info -> info.shape().border().isPresent()).orElse(true);
    tasks.stream()
        .filter(task -> !decoder && task.asksForText())
        .findFirst()
        .ifPresent(
            task -> problems.put(SetupField.BACKBONE, Texts.of("setup.noDecoder", task.name())));
  }

  private Optional<String> optional(SetupField field) {
    String text = values.text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Optional<Path> existing(SetupField field, Path file) {
    if (!Files.isRegularFile(file)) {
      problems.put(field, Texts.of("setup.file.missing"));
      return Optional.empty();
    }
    return Optional.of(file.toAbsolutePath().normalize());
  }

  private Optional<Stacking> stacking() {
    Optional<Integer> groups = number(SetupField.GROUPS, 1);
    if (groups.isEmpty() || backbone.isEmpty()) {
      return Optional.empty();
    }
    BackboneShape shape = backbone.get().shape();
    if (groups.get() > shape.layers()) {
      problems.put(SetupField.GROUPS, Texts.of("setup.groups.many", shape.layers()));
      return Optional.empty();
    }
    boolean two = values.options().stacks() == SetupOptions.Stacks.TWO;
    return read(
        SetupField.GROUPS,
        _ ->
            two && shape.border().isPresent()
                ? Stacking.two(shape, groups.get())
                : Stacking.one(shape.layers(), groups.get()));
  }

  private Optional<SamplingPlan> sampling() {
    Optional<Integer> draws = number(SetupField.DRAWS, 2);
    return switch (values.options().sampling()) {
      case PAPER -> draws.map(most -> new SamplingPlan.Paper(most, 0.95));
      case PAIRED -> {
        Optional<Integer> first = number(SetupField.FIRST, 4);
        Optional<Integer> every = number(SetupField.EVERY, 1);
        if (draws.isEmpty() || first.isEmpty() || every.isEmpty()) {
          yield Optional.empty();
        }
        int most = Math.max(4, draws.get());
        yield read(
            SetupField.EVERY,
            _ -> new SamplingPlan.Paired(most, Math.min(first.get(), most), every.get(), 0.95));
      }
    };
  }

  private static Protocol protocol(SamplingPlan sampling) {
    Protocol usual = Protocol.DEFAULT;
    return new Protocol(sampling, usual.criterion(), usual.diverged(), usual.presets());
  }

  private Optional<TrainingSettings> settings() {
    Optional<Integer> examples = number(SetupField.EXAMPLES, 1);
    Optional<Integer> epochs = number(SetupField.EPOCHS, 1);
    Optional<Integer> batch = number(SetupField.BATCH, 1);
    Optional<Integer> tokens = number(SetupField.TOKENS, 4);
    if (!Stream.of(examples, epochs, batch, tokens).allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    Optional<Integer> micro = several(SetupField.MICRO);
    if (micro.filter(size -> size > batch.get()).isPresent()) {
      problems.put(SetupField.MICRO, Texts.of("setup.micro.many", batch.get()));
      return Optional.empty();
    }
    return Optional.of(
        new TrainingSettings(
            examples.get(),
            epochs.get(),
            batch.get(),
            micro.orElse(batch.get()),
            tokens.get(),
            LearningRates.USUAL,
            0.06,
            0,
            1,
            several(SetupField.SCORED),
            Optional.of(values.options().precision()).filter(p -> p != Precision.FLOAT32)));
  }

  /// A number that may be left out.
  private Optional<Integer> several(SetupField field) {
    return values.text(field).isEmpty() ? Optional.empty() : number(field, 1);
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    Optional<Integer> slots = several(SetupField.SLOTS);
    read(
            SetupField.DEVICES,
            text -> Stream.of(text.split(",")).map(String::strip).map(Device::parse).toList())
        .ifPresent(devices ->
            devices.stream()
                .distinct()
                .map(device -> new Place(device, slots.orElse(usualSlots(device))))
                .forEach(places::add));
    return places;
  }

  private static int usualSlots(Device device) {
    return switch (device) {
      case Device.Cpu() -> Runtime.getRuntime().availableProcessors();
      case Device.Gpu(int _) -> 1;
    };
  }

  private Optional<Path> path(SetupField field) {
    return needed(field)
        .flatMap(text -> {
          try {
            return Optional.of(Path.of(text));
          } catch (InvalidPathException e) {
            problems.put(field, Texts.of("setup.noPath", e.getReason()));
            return Optional.empty();
          }
        });
  }

  private Optional<String> needed(SetupField field) {
    String text = values.text(field);
    if (text.isEmpty()) {
      problems.put(field, Texts.of("setup.needed"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private Optional<Integer> number(SetupField field, int least) {
    return read(field, text -> whole(text, least));
  }

  private <T> Optional<T> read(SetupField field, Function<String, T> parse) {
    return needed(field)
        .flatMap(text -> {
          try {
            return Optional.of(parse.apply(text));
          } catch (IllegalArgumentException e) {
            problems.put(field, sentence(String.valueOf(e.getMessage())));
            return Optional.empty();
          }
        });
  }

  private static int whole(String text, int least) {
    long number = wholeLong(text);
    if (number < least || number > MOST) {
      throw new IllegalArgumentException(Texts.of("setup.range", least, MOST));
    }
    return (int) number;
  }

  private static long wholeLong(String text) {
    try {
      return Long.parseLong(text.replace("_", "").replace("\u00a0", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Texts.of("setup.noNumber"), e);
    }
  }

  private static String percent(String text) {
    return text.endsWith("%") ? text : text + "%";
  }

  private static String sentence(String message) {
    String start = message.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    return start + message.substring(1) + (message.endsWith(".") ? "" : ".");
  }
}
