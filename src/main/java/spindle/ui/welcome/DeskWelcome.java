package spindle.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.BackboneCatalog;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.RunLimits;
import spindle.study.SampleStudy;
import spindle.study.StoreException;
import spindle.study.StudyCommand;
import spindle.study.StudyDesk;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.ui.Texts;
import spindle.ui.session.StudySession;
import spindle.ui.settings.SettingsFile;

/// The welcome page's view of the studies on this machine.
public final class DeskWelcome implements WelcomeGateway {

  /// File name of the sample study.
  public static final String SAMPLE = "sample.spindle";

  private static final Logger LOG = LoggerFactory.getLogger(DeskWelcome.class);

  private final StudyDesk desk;
  private final BackboneCatalog backbones;
  private final StudySession session;
  private final SettingsFile settings;
  private final Path folder;

  /// Where studies come from.
  ///
  /// @param desk where they are run
  /// @param backbones of which the bundled one is the sample's
  /// @param folder for studies that are made without a choice of place
  public record Source(StudyDesk desk, BackboneCatalog backbones, Path folder) {}

  /// Makes it for a window.
  public DeskWelcome(Source source, StudySession session, SettingsFile settings) {
    this.desk = source.desk();
    this.backbones = source.backbones();
    this.folder = source.folder();
    this.session = session;
    this.settings = settings;
  }

  @Override
  public List<RecentStudy> recent() {
    List<RecentStudy> found = new ArrayList<>();
    for (Path file : settings.kept().recent()) {
      if (Files.exists(file)) {
        found.add(new RecentStudy(file, name(file), state(file)));
      }
    }
    return found;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.spindle$", "");
  }

  private String state(Path file) {
    try (StudyRecords records = desk.files().read(file)) {
      StudyPath path = StudyDesk.current(records);
      int all = records.plan().order().size();
      String done = Texts.of("welcome.decided", path.decisions().size(), all);
      return StudyDesk.runs(records) ? Texts.of("welcome.running", done) : done;
    } catch (StoreException e) {
      LOG.warn("{} is in the list of recent studies but cannot be read", file, e);
      return Texts.of("welcome.unreadable");
    }
  }

  @Override
  public void openSample() {
    Path file = folder.resolve(SAMPLE);
    if (!Files.exists(file)) {
      makeSample(file);
    }
    open(file);
    boolean done;
    try (StudyRecords records = desk.files().read(file)) {
      done = StudyDesk.current(records).open(records.plan()).isEmpty();
    }
    if (!done) {
      session.carryOut(new StudyCommand.Start(session.currentPath().orElse("main")));
    }
  }

  private void makeSample(Path file) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.UNUSABLE, folder + ": the folder cannot be made", e);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    desk.files()
        .create(
            file,
            SampleStudy.plan(backbones.inspect(BackboneCatalog.BUNDLED)),
            RunLimits.on(List.of(new Place(new Device.Cpu(), cores))));
  }

  @Override
  public void open(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    session.open(whole);
    settings.change(kept -> kept.opened(whole));
  }

  /// Opens the study that was open when the window was closed last, if it is still there.
  public Optional<Path> reopen() {
    Optional<Path> last = settings.kept().study().filter(Files::exists);
    last.ifPresent(this::open);
    return last;
  }
}
