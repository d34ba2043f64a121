package spindle.training.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import spindle.backbone.Backbone;
import spindle.design.Family;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;
import spindle.program.ScriptArchive;
import spindle.program.TensorProgram;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFile;
import spindle.weights.SafetensorsWriter;

/// Writes the program of each BERT and RoBERTa case below a folder, with its tensors, for
/// `src/bench/check_programs.py`, which runs them in Python.
///
/// `CASE.pt` is the archive, `CASE.safetensors` holds `theta` and the list `w` as `w.0`, `w.1` and
/// so on. Arguments: the folder of the cases and the folder to write to.
public final class ProgramFiles {

  private ProgramFiles() {}

  /// Writes the files.
  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    for (String family : List.of("bert", "roberta")) {
      try (var cases = Files.list(Path.of(args[0], family))) {
        for (Path folder : cases.sorted().toList()) {
          if (Files.exists(folder.resolve("case.json"))) {
            write(ReferenceCase.read(folder), out.resolve(family + "-" + folder.getFileName()));
          }
        }
      }
    }
  }

  private static void write(ReferenceCase reference, Path target) throws IOException {
    try (Backbone backbone = Backbone.open("case", reference.backbone());
        SafetensorsFile file =
            SafetensorsFile.open(reference.folder().resolve("case.safetensors"))) {
      var values = new ReferenceTensors(reference, backbone.shape(), file.tensors());
      TensorProgram program = program(reference, backbone, values);
      Map<String, NamedTensor> all = new HashMap<>(backbone.tensors());
      all.putAll(backbone.headTensors());
      List<NamedTensor> tensors = new ArrayList<>();
      for (int i = 0; i < program.frozen().size(); i++) {
        NamedTensor frozen = Objects.requireNonNull(all.get(program.frozen().get(i)));
        tensors.add(frozen.withName("w." + i));
      }
      tensors.add(theta(program, values));
      Files.write(Path.of(target + ".pt"), ScriptArchive.of(program.text()));
      SafetensorsWriter.write(Path.of(target + ".safetensors"), tensors);
    }
  }

  private static NamedTensor theta(TensorProgram program, ReferenceTensors values) {
    float[] theta = new float[Math.toIntExact(program.trainedScalars())];
    int from = 0;
    for (TrainableTensor tensor : program.trainables()) {
      float[] part = values.values("param.", tensor.name());
      System.arraycopy(part, 0, theta, from, part.length);
      from += part.length;
    }
    return NamedTensor.of("theta", List.of((long) theta.length), theta);
  }

  private static TensorProgram program(
      ReferenceCase reference, Backbone backbone, ReferenceTensors values) {
    boolean bert = backbone.shape().family() == Family.BERT;
    Head head =
        new Head(
            3,
            Head.Loss.CLASSIFICATION,
            Optional.of(bert ? "pooler.dense" : "classifier.dense"),
            bert ? "classifier" : "classifier.out_proj");
    Tuning tuning =
        new Tuning.Modules(
            new CasePlan(reference, backbone.shape(), values).plan(), Tuning.Outside.FROZEN);
    return TensorProgram.compile(backbone.config(), tuning, head, Map.of());
  }
}
