package spindle.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.json.Json;
import spindle.peft.Head;
import spindle.program.ScriptArchive;
import spindle.program.TensorProgram;

/// Writes the programs of some designs and what [EncoderWork] counts of them, for
/// `src/bench/count_work.py`, which has a profiler count the same.
///
/// `NAME.pt` is the archive, `NAME.json` a [Counted]. Arguments: the folder to write to, the texts
/// of a batch, their tokens, and a folder with a BERT or `bundled`.
public final class WorkFiles {

  private static final Head HEAD =
      new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out");

  private WorkFiles() {}

  /// What is counted of a design.
  ///
  /// @param texts of the batch
  /// @param tokens of each text
  /// @param shapes of the frozen tensors, in the order of the program's list
  /// @param trained scalars of the program's vector
  /// @param work as it is counted here
  record Counted(int texts, int tokens, List<List<Long>> shapes, long trained, Work work) {}

  /// Floating-point operations of the matrix products of a batch.
  ///
  /// @param lower to the states below the first trained layer
  /// @param upper from there to the outputs
  /// @param step from there to the outputs and back
  record Work(long lower, long upper, long step) {}

  /// Writes the files.
  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[0]));
    Batch batch = batch(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    try (Backbone backbone = new Backbones(CacheFolders.ofUser()).open(args[3])) {
      for (var design : designs(backbone.shape().layers()).entrySet()) {
        TensorProgram program = program(backbone, design.getValue());
        Files.write(out.resolve(design.getKey() + ".pt"), ScriptArchive.of(program.text()));
        Json.write(
            out.resolve(design.getKey() + ".json"),
            new Counted(
                batch.size(),
                batch.longest(),
                shapes(backbone, program),
                program.trainedScalars(),
                work(backbone, design.getValue(), batch)));
      }
    }
  }

  /// Returns designs that train nothing in their first layers, by name.
  static Map<String, LayerPlan> designs(int layers) {
    PeftModule lora = new PeftModule.Lora(5, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));
    PeftModule adapter = new PeftModule.Adapter(7, AdapterPlacement.PFEIFFER);
    PeftModule prefix = new PeftModule.Prefix(3, new PrefixForm.Flat());
    PeftModule biases = new PeftModule.BitFit();
    Map<String, LayerPlan> designs = new LinkedHashMap<>();
    designs.put("lora", plan(layers, 2, List.of(lora)));
    designs.put("adapter", plan(layers, layers - 2, List.of(adapter)));
    designs.put("prefix", plan(layers, layers / 2, List.of(prefix)));
    designs.put("all", plan(layers, 1, List.of(adapter, prefix, biases, lora)));
    return designs;
  }

  private static LayerPlan plan(int layers, int frozen, List<PeftModule> modules) {
    return new LayerPlan(
        IntStream.range(0, layers)
            .mapToObj(layer -> layer < frozen ? List.<PeftModule>of() : modules)
            .toList());
  }

  /// Returns a batch of equally long texts.
  static Batch batch(int texts, int tokens) {
    return new Batch(
        Collections.nCopies(texts, new EncodedExample(new int[tokens], new int[tokens], 0)));
  }

  /// Returns what [EncoderWork] counts of a design.
  static Work work(Backbone backbone, LayerPlan plan, Batch batch) {
    int first = program(backbone, plan).firstTrained();
    EncoderWork work = new EncoderWork(backbone.shape(), plan, first, HEAD.outputs());
    return new Work(work.lower(batch), work.upper(batch), work.upperStep(batch));
  }

  private static TensorProgram program(Backbone backbone, LayerPlan plan) {
    return TensorProgram.compile(
        backbone.config(), new Tuning.Modules(plan, Tuning.Outside.FROZEN), HEAD, Map.of());
  }

  private static List<List<Long>> shapes(Backbone backbone, TensorProgram program) {
    return program.frozen().stream()
        .map(name -> Objects.requireNonNull(backbone.tensors().get(name)).shape())
        .toList();
  }
}
