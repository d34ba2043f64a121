package spindle.training.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.Device;
import spindle.study.ParityCheck;
import spindle.study.ParityResult;
import spindle.training.TrainingException;
import spindle.training.worker.WorkerProgram;

/// Runs parity checks in a child process, since native code may crash.
public final class ParityProcess implements ParityCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ParityProcess.class);
  private static final String CASES = "/spindle/parity/";

  private final WorkerProgram program;

  /// Makes a check.
  ///
  /// @param program the Java program that hands its arguments to [ParityMain#run]
  public ParityProcess(WorkerProgram program) {
    this.program = program;
  }

  @Override
  public void runBundled(Device device, Consumer<ParityResult> results) {
    try {
      Path folder = Files.createTempDirectory("spindle-parity");
      try {
        unpack(folder);
        run(folder, device, results);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new TrainingException(
          "the bundled cases cannot be unpacked to the folder for temporary files: make room there",
          e);
    }
  }

  @Override
  public void run(Path folder, Device device, Consumer<ParityResult> results) {
    if (!Files.isDirectory(folder)) {
      throw new TrainingException(folder + " is not a folder: name one laid out as FAMILY/CASE");
    }
    try {
      Process process =
          program
              .command(List.of(folder.toAbsolutePath().toString(), device.label()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(line -> hear(line, results));
      } finally {
        process.destroy();
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new TrainingException(
            "the process that computes the cases ended with code " + code + ": see the log");
      }
    } catch (IOException e) {
      throw new TrainingException("no process can be started to compute the cases", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("the parity check was interrupted", e);
    }
  }

  private static void hear(String line, Consumer<ParityResult> results) {
    try {
      results.accept(ParityLines.read(line));
    } catch (ParityLines.FatalLine e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    } catch (JsonProcessingException e) {
      LOG.debug("not a result: {}", line, e);
    }
  }

  private static void unpack(Path folder) throws IOException {
    for (String line : text(CASES + "cases.txt").lines().toList()) {
      Path target = folder.resolve(line);
      Files.createDirectories(target);
      copy(line + "/case.json", folder);
      copy(line + "/case.safetensors", folder);
      String backbone = line.substring(0, line.indexOf('/')) + "/backbone/";
      Files.createDirectories(folder.resolve(backbone));
      copy(backbone + "config.json", folder);
      copy(backbone + "model.safetensors", folder);
    }
  }

  private static void copy(String file, Path folder) throws IOException {
    try (InputStream in = open(CASES + file)) {
      Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = ParityProcess.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is not in the program's file");
    }
    return in;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
