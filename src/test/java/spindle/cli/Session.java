package spindle.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import spindle.export.PatternExport;
import spindle.store.SqliteStudyFiles;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;
import spindle.study.Bundled;
import spindle.study.Device;
import spindle.study.ParityCheck;
import spindle.study.ParityResult;
import spindle.study.Provenance;
import spindle.study.StudyDesk;
import spindle.study.TrialRunners;

/// A command line on fakes, whose streams can be read afterwards.
final class Session {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TrialRunners runners;
  private final List<ParityResult> parity;

  Session(TrialRunners runners, List<ParityResult> parity) {
    this.runners = runners;
    this.parity = parity;
  }

  static Session with(TrialRunners runners) {
    return new Session(runners, List.of());
  }

  static Session withoutWork() {
    return with(_ -> {
      throw new AssertionError("no trial was asked for");
    });
  }

  int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.Kind.PLAIN);
    Services services = new Services(() -> runners, Backbones::new, Parity::new, this::studies);
    return CommandLines.create(services, terminal, Path.of("spindle.log")).execute(arguments);
  }

  private StudyDesk studies() {
    return new StudyDesk(
        new SqliteStudyFiles(InstantSource.system()),
        runners,
        (_, device) -> new Provenance(Map.of(), device, "", ""),
        PatternExport::write,
        (_, _) -> {
          throw new AssertionError("no process was asked for");
        },
        InstantSource.system());
  }

  List<String> out() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  List<String> err() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /// One backbone.
  private static final class Backbones implements BackboneCatalog {
    @Override
    public List<BackboneInfo> list() {
      return List.of(Bundled.INFO);
    }

    @Override
    public BackboneInfo inspect(String backbone) {
      if (backbone.equals("broken")) {
        throw new IllegalStateException("a fault of the program");
      }
      if (!backbone.equals(BUNDLED)) {
        throw new CommandException(backbone + "/config.json: there is no such file");
      }
      return Bundled.INFO;
    }
  }

  /// Results made before.
  private final class Parity implements ParityCheck {
    @Override
    public void runBundled(Device device, Consumer<ParityResult> results) {
      parity.forEach(results);
    }

    @Override
    public void run(Path folder, Device device, Consumer<ParityResult> results) {
      parity.forEach(results);
    }
  }
}
