package spindle.ui.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import spindle.export.PatternExport;
import spindle.store.SqliteStudyFiles;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;
import spindle.study.Bundled;
import spindle.study.Criterion;
import spindle.study.Decision;
import spindle.study.EngineListener;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.Provenance;
import spindle.study.SampleStudy;
import spindle.study.SamplingPlan;
import spindle.study.StudyDesk;
import spindle.study.StudyEvent;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunners;
import spindle.study.TrialSpec;
import spindle.ui.settings.DeviceChoice;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;

/// A machine whose engines are threads of the test and whose trials train nothing.
public final class FakeMachine implements AutoCloseable, BackboneCatalog {

  private final ExecutorService engines = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final StudyDesk desk;

  /// @param folder for studies and settings
  public FakeMachine(Path folder, TrialRunners runners) {
    this.folder = folder;
    this.desk =
        new StudyDesk(
            new SqliteStudyFiles(InstantSource.system()),
            runners,
            (_, device) -> new Provenance(Map.of(), device, "", ""),
            PatternExport::write,
            this::start,
            InstantSource.system());
  }

  /// Returns the plan of the sample study but for how designs are drawn and how long they train.
  ///
  /// @param steps of a trial
  public static StudyPlan plan(SamplingPlan sampling, int steps) {
    StudyPlan sample = SampleStudy.plan(Bundled.INFO);
    Subject usual = sample.subject();
    TrainingSettings settings = usual.settings();
    int examples = Math.ceilDiv(steps, settings.epochs()) * settings.batch();
    Subject subject =
        new Subject(
            usual.backbone(),
            usual.shape(),
            usual.tasks(),
            usual.budget(),
            usual.spending(),
            usual.options(),
            settings.withTraining(examples, settings.epochs()));
    Protocol protocol =
        new Protocol(
            sampling, Criterion.DEFAULT, Protocol.Diverged.SCORES_FLOOR, Presets.Extent.PAPER);
    return new StudyPlan(subject, sample.groups(), sample.order(), protocol, sample.seed());
  }

  private Path start(Path study, String path) {
    engines.execute(() -> desk().run(study, path, new Deaf()));
    return folder.resolve("engine.out");
  }

  /// Returns where studies are run.
  public StudyDesk desk() {
    return desk;
  }

  /// Returns what the desktop was told.
  List<String> told() {
    return new ArrayList<>(told);
  }

  /// What a window still asks for when its test has ended is dropped.
  private void inBackground(Runnable work) {
    if (!background.isShutdown()) {
      background.execute(work);
    }
  }

  /// Returns where a window runs things.
  public Threads threads() {
    return new Threads(this::inBackground, Platform::runLater);
  }

  /// Returns the parts of a window on this machine.
  public WindowParts parts() {
    return new WindowParts(
        desk,
        this,
        new SettingsFile(
            folder.resolve("settings.json"),
            () -> List.of(new DeviceChoice("cpu", "Processor, 2 cores")),
            _ -> {}),
        folder.resolve("studies"),
        threads(),
        InstantSource.system(),
        told::add);
  }

  @Override
  public List<BackboneInfo> list() {
    return List.of(Bundled.INFO);
  }

  @Override
  public BackboneInfo inspect(String backbone) {
    if (!backbone.equals(BUNDLED)) {
      throw new IllegalStateException(backbone + "/config.json: there is no such file");
    }
    return Bundled.INFO;
  }

  @Override
  public void close() {
    engines.shutdownNow();
    engines.close();
    background.shutdownNow();
    background.close();
  }

  /// Hears nothing.
  private static final class Deaf implements EngineListener {
    @Override
    public void decided(StudyPath path, Decision decision) {}

    @Override
    public void happened(StudyEvent.Level level, String text) {}

    @Override
    public void finished(TrialSpec trial, TrialOutcome outcome) {}
  }
}
