package spindle.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.cli.CommandLines;
import spindle.cli.Services;
import spindle.cli.Terminal;
import spindle.export.PatternExport;
import spindle.store.SqliteStudyFiles;
import spindle.study.BackboneCatalog;
import spindle.study.Place;
import spindle.study.StudyDesk;
import spindle.study.TrialRunner;
import spindle.training.parity.ParityProcess;
import spindle.training.worker.DeviceSlots;
import spindle.training.worker.LocalTrialRunner;
import spindle.training.worker.WorkerProgram;
import spindle.training.worker.WorkerSettings;

/// Puts the parts of the program together.
final class Wiring {

  private final CacheFolders folders;
  private final Path log;

  /// @param folders caches of this user
  /// @param log file that holds the details of failures
  Wiring(CacheFolders folders, Path log) {
    this.folders = folders;
    this.log = log;
  }

  /// Returns the parts of this process, whose log and caches its properties name.
  static Wiring ofProcess() {
    CacheFolders folders = CacheFolders.ofUser();
    return new Wiring(folders, LogFile.choose(folders.spindle(), System.getProperties()));
  }

  /// Returns the command line on this process's streams. Results are UTF-8 whatever the system's
  /// encoding, as JSON has to be.
  CommandLine commandLine() {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(out, System.err, TerminalKind.ofStandardError());
    return CommandLines.create(services(), terminal, log);
  }

  private Services services() {
    return new Services(
        () -> Wiring::runner,
        this::backbones,
        () -> new ParityProcess(child("parity")),
        this::desk);
  }

  /// Returns the backbones of this machine.
  BackboneCatalog backbones() {
    return new LocalBackbones(new Backbones(folders));
  }

  /// Returns where studies are run.
  StudyDesk desk() {
    return new StudyDesk(
        new SqliteStudyFiles(InstantSource.system()),
        Wiring::runner,
        new LocalOrigins(backbones()),
        PatternExport::write,
        new DetachedEngine(log),
        InstantSource.system());
  }

  private static TrialRunner runner(List<Place> places) {
    List<DeviceSlots> devices =
        places.stream()
            .map(place -> new DeviceSlots(place.device().label(), place.slots(), place.together()))
            .toList();
    return new LocalTrialRunner(child("worker"), devices, WorkerSettings.usual());
  }

  private static WorkerProgram child(String kind) {
    return new WorkerProgram(NativeMain.class.getName(), List.of(kind));
  }
}
