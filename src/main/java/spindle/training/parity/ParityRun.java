package spindle.training.parity;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import spindle.backbone.Backbone;
import spindle.backbone.BackboneException;
import spindle.study.ParityResult;
import spindle.training.TrainingException;
import spindle.training.torch.TorchThread;
import spindle.weights.SafetensorsFile;
import spindle.weights.WeightsException;

/// Runs reference cases on a device, in this process.
final class ParityRun {

  private final NDManager manager;

  ParityRun(NDManager manager) {
    this.manager = manager;
  }

  /// Runs every case below a folder, in the order of their paths.
  ///
  /// @throws TrainingException if the folder cannot be read or has no case
  void run(Path folder, Consumer<ParityResult> results) {
    List<Path> cases = cases(folder);
    if (cases.isEmpty()) {
      throw new TrainingException(
          "there is no case.json below " + folder + ": name a folder laid out as FAMILY/CASE");
    }
    TorchThread.prepare();
    cases.forEach(one -> results.accept(run(folder, one)));
  }

  private static List<Path> cases(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 4)) {
      return files
          .filter(file -> file.endsWith("case.json"))
          .map(Path::getParent)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new TrainingException(folder + " cannot be read: check the path", e);
    }
  }

  private ParityResult run(Path root, Path folder) {
    String name = root.relativize(folder).toString().replace('\\', '/');
    String family = "unknown";
    try {
      ReferenceCase reference = ReferenceCase.read(folder);
      family = reference.family();
      return compared(name, reference);
    } catch (TrainingException
        | BackboneException
        | WeightsException
        | IllegalArgumentException e) {
      return new ParityResult.Broken(name, family, String.valueOf(e.getMessage()));
    } catch (EngineException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new ParityResult.Broken(name, family, "libtorch refused the computation: " + first);
    }
  }

  private ParityResult compared(String name, ReferenceCase reference) {
    try (Backbone backbone = Backbone.open(name, reference.backbone());
        SafetensorsFile file =
            SafetensorsFile.open(reference.folder().resolve("case.safetensors"))) {
      CaseRun.Distance distance = new CaseRun(reference, backbone, file.tensors(), manager).run();
      return new ParityResult.Compared(
          name,
          reference.family(),
          distance.logits(),
          distance.loss(),
          distance.hidden(),
          distance.gradients(),
          distance.isWithin() ? ParityResult.Verdict.EQUAL : ParityResult.Verdict.DIFFERENT);
    }
  }
}
