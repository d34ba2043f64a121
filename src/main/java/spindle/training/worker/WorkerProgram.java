package spindle.training.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Java program that is started as a worker: a main class that hands its arguments to
/// [WorkerMain#run].
///
/// It runs on this Java, with this class path and in this working folder, so that paths mean the
/// same to both.
///
/// @param mainClass full name of the class
/// @param arguments what it gets before the worker's own arguments
public record WorkerProgram(String mainClass, List<String> arguments) {

  private static final int FIRST_HEAP_MEGABYTES = 128;
  private static final String QUARTER_GIGABYTE = Long.toString(1L << 28);
  private static final String ONE_HEAP = Long.toString(1L << 26);

  /// Whether libtorch lets a graphics card multiply float32 numbers as TF32. It is read when a
  /// process starts, containers set it, and there is no call for it in a program or in DJL.
  private static final String TF32 = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";

  /// One thread a slot. With glibc, the memory of a tensor is reused for the next one and not given
  /// back to the system in between, which took a tenth of the processor time of a training.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          TF32,
          "0",
          "OMP_NUM_THREADS",
          "1",
          "MKL_NUM_THREADS",
          "1",
          "MALLOC_MMAP_THRESHOLD_",
          QUARTER_GIGABYTE,
          "MALLOC_TRIM_THRESHOLD_",
          QUARTER_GIGABYTE,
          "MALLOC_TOP_PAD_", // glibc gives back a heap of 64 MB as soon as it is empty, but for
          // this
          ONE_HEAP);

  /// System properties that a worker inherits: where native libraries lie and how they run.
  private static final List<String> INHERITED =
      List.of("spindle.", "PYTORCH_", "DJL_", "ENGINE_CACHE_DIR", "ai.djl.", "logback.");

  /// Copies the arguments.
  public WorkerProgram {
    arguments = List.copyOf(arguments);
  }

  /// How a graphics card multiplies float32 numbers, in a whole process.
  enum Products {
    FLOAT32,
    TF32
  }

  ProcessBuilder process(DeviceSlots place, WorkerSettings settings, Products products) {
    ProcessBuilder builder =
        command(
            settings.heapMegabytes(), new WorkerArguments(place, settings.heartbeat()).toList());
    builder.environment().put(TF32, products == Products.TF32 ? "1" : "0");
    return builder;
  }

  /// Returns what starts the program with some arguments behind its own.
  public ProcessBuilder command(List<String> others) {
    return command(WorkerSettings.usual().heapMegabytes(), others);
  }

  private ProcessBuilder command(int heapMegabytes, List<String> others) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags(heapMegabytes));
    command.addAll(inherited());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    command.addAll(others);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /// Native crashes are expected here: their reports go where temporary files go, not to the user's
  /// working folder.
  ///
  /// Java has little to do in a worker. The second compiler's arenas, which the allocator keeps,
  /// made it grow for hundreds of trials; the first one alone costs no time that was measured.
  private static List<String> flags(int heapMegabytes) {
    Path crash = Path.of(System.getProperty("java.io.tmpdir"), "spindle-worker-%p.log");
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-Dai.djl.offline=true",
        "-DOPT_OUT_TRACKING=true",
        "-Dai.djl.pytorch.graph_optimizer=false",
        "-Djava.awt.headless=true",
        "-XX:ErrorFile=" + crash,
        "-XX:-CreateCoredumpOnCrash",
        "-XX:TieredStopAtLevel=1",
        "-Xms" + Math.min(FIRST_HEAP_MEGABYTES, heapMegabytes) + "m",
        "-Xmx" + heapMegabytes + "m");
  }

  private static Stream<String> properties() {
    return System.getProperties().stringPropertyNames().stream().sorted();
  }

  private static List<String> inherited() {
    return properties()
        .filter(name -> INHERITED.stream().anyMatch(name::startsWith))
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }
}
