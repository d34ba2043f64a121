package spindle.ui.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Stacking;
import spindle.study.BackboneInfo;
import spindle.study.Device;
import spindle.study.NewStudy;
import spindle.study.Place;
import spindle.study.Protocol;
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

  private final SetupValues values;
  private final FieldReader fields;
  private final Optional<BackboneInfo> backbone;

  private SetupReader(SetupValues values, Optional<BackboneInfo> backbone) {
    this.values = values;
    this.fields = new FieldReader(values);
    this.backbone = backbone;
  }

  /// Reads the form.
  ///
  /// @param backbone what is known of the one that is named; empty while it is looked for
  static Reading read(SetupValues values, Optional<BackboneInfo> backbone) {
    SetupReader reader = new SetupReader(values, backbone);
    Optional<SetupDraft> draft = reader.draft();
    return new Reading(
        reader.fields.problems(), reader.fields.isSound() ? draft : Optional.empty());
  }

  private Optional<SetupDraft> draft() {
    Optional<Path> file = fields.path(SetupField.FILE).flatMap(this::newFile);
    List<TaskSource> tasks = tasks();
    Optional<Budget> budget = fields.read(SetupField.BUDGET, text -> Budget.parse(percent(text)));
    checkWriting(tasks);
    Optional<Stacking> stacking = stacking();
    ProtocolReader comparing = new ProtocolReader(fields);
    Optional<List<StageKind>> order = stacking.flatMap(comparing::order);
    Optional<Protocol> protocol = comparing.protocol();
    Optional<TrainingSettings> settings = new TrainingReader(fields).settings();
    Optional<Seed> seed =
        fields.read(SetupField.SEED, text -> new Seed(FieldReader.wholeLong(text)));
    List<Place> places = places();
    if (!fields.isSound() || backbone.isEmpty()) {
      return Optional.empty();
    }
    NewStudy study =
        new NewStudy(
            backbone.get(),
            tasks,
            budget.orElseThrow(),
            settings.orElseThrow(),
            stacking.orElseThrow().groups(),
            order.orElseThrow(),
            protocol.orElseThrow(),
            seed.orElseThrow());
    return Optional.of(new SetupDraft(file.orElseThrow(), study, stacking.orElseThrow(), places));
  }

  private Optional<Path> newFile(Path file) {
    if (Files.exists(file)) {
      fields.tell(SetupField.FILE, Texts.of("setup.file.exists"));
      return Optional.empty();
    }
    return Optional.of(file.toAbsolutePath().normalize());
  }

  private List<TaskSource> tasks() {
    List<TaskSource> tasks = new ArrayList<>();
    values.practice().stream().sorted().map(TaskSource.Practice::new).forEach(tasks::add);
    if (!values.glue().isEmpty()) {
      fields
          .path(SetupField.GLUE)
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
      fields.tell(SetupField.TRAIN, Texts.of("setup.tasks.none"));
    }
    return tasks;
  }

  private Optional<Path> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      fields.tell(SetupField.GLUE, Texts.of("setup.folder.missing"));
      return Optional.empty();
    }
    return Optional.of(folder);
  }

  private Optional<TaskSource> own() {
    Optional<Path> train = fields.existing(SetupField.TRAIN);
    Optional<Path> dev = fields.existing(SetupField.DEV);
    Optional<OwnFiles> files = train.flatMap(t -> dev.map(d -> new OwnFiles(t, d)));
    return switch (values.options().own()) {
      case LABELLED -> labelled(files);
      case TEXTS -> texts(files);
    };
  }

  private Optional<TaskSource> labelled(Optional<OwnFiles> files) {
    Optional<String> text = fields.needed(SetupField.TEXT);
    Optional<String> label = fields.needed(SetupField.LABEL);
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
            fields.optional(SetupField.SECOND),
            label.get()));
  }

  private Optional<TaskSource> texts(Optional<OwnFiles> files) {
    Optional<String> source = fields.needed(SetupField.SOURCE);
    Optional<String> target = fields.needed(SetupField.TARGET);
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
            task -> fields.tell(SetupField.BACKBONE, Texts.of("setup.noDecoder", task.name())));
  }

  private Optional<Stacking> stacking() {
    Optional<Integer> groups = fields.number(SetupField.GROUPS, 1);
    if (groups.isEmpty() || backbone.isEmpty()) {
      return Optional.empty();
    }
    BackboneShape shape = backbone.get().shape();
    if (groups.get() > shape.layers()) {
      fields.tell(SetupField.GROUPS, Texts.of("setup.groups.many", shape.layers()));
      return Optional.empty();
    }
    boolean two = values.options().stacks() == SetupOptions.Stacks.TWO;
    return fields.read(
        SetupField.GROUPS,
        _ ->
            two && shape.border().isPresent()
                ? Stacking.two(shape, groups.get())
                : Stacking.one(shape.layers(), groups.get()));
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    Optional<Integer> slots = fields.several(SetupField.SLOTS);
    Optional<Integer> fused = fields.several(SetupField.FUSE, Place.MOST_FUSED);
    int least = fused.orElse(1);
    fields
        .read(
            SetupField.DEVICES,
            text -> Stream.of(text.split(",")).map(String::strip).map(Device::parse).toList())
        .ifPresent(devices ->
            devices.stream()
                .distinct()
                .map(device ->
                    new Place(device, slots.orElse(Math.max(usualSlots(device), least)), fused))
                .forEach(places::add));
    return places;
  }

  private static int usualSlots(Device device) {
    return switch (device) {
      case Device.Cpu() -> Runtime.getRuntime().availableProcessors();
      case Device.Gpu(int _) -> 1;
    };
  }

  private static String percent(String text) {
    return text.endsWith("%") ? text : text + "%";
  }
}
