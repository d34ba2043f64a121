package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spindle.Resources;
import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.design.LayerPlan;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.training.Devices;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFile;

/// The bundled backbone's hidden states are those that Hugging Face's `BertModel` computes; the
/// script beside the reference made them.
@Tag("engine")
final class BundledParityTest {

  private static final double TOLERANCE = 2e-5;

  @Test
  void everyHiddenStateOfTheBundledBackboneIsHuggingFaces() throws Exception {
    Path file = Resources.path("/spindle/backbone/bundled/case.safetensors");
    try (NDManager manager = Devices.open("cpu");
        SafetensorsFile reference = SafetensorsFile.open(file);
        Backbone backbone = new Backbones(CacheFolders.ofUser()).open("bundled");
        DeviceWeights weights = new DeviceWeights(manager, backbone.tensors())) {
      TorchThread.prepare();
      TensorProgram program = program(backbone);
      try (ScriptModule module = ScriptModule.load(manager, program.text())) {
        NDArray ids = numbers(manager, reference.tensor("input_ids"));
        NDArray types = numbers(manager, reference.tensor("token_type_ids"));
        NDArray mask = numbers(manager, reference.tensor("attention_mask"));
        NDArray theta = manager.zeros(new Shape(program.trainedScalars()));
        List<NDArray> inputs = List.of(ids, types, mask, theta);
        NDArray states = module.call("hidden", inputs, weights.list(program.frozen()));
        assertEquals(13, states.getShape().get(0));
        assertEqual(states.toFloatArray(), reference);
      }
    }
  }

  private static void assertEqual(float[] computed, SafetensorsFile reference) {
    int from = 0;
    for (int state = 0; state <= 12; state++) {
      float[] expected = ReferenceTensors.floats(reference.tensor("hidden." + state));
      for (int i = 0; i < expected.length; i++) {
        double difference = Math.abs(computed[from + i] - expected[i]);
        assertTrue(difference <= TOLERANCE, "hidden state " + state + ": " + difference);
      }
      from += expected.length;
    }
  }

  private static TensorProgram program(Backbone backbone) {
    LayerPlan plan = new LayerPlan(Collections.nCopies(backbone.shape().layers(), List.of()));
    return TensorProgram.compile(
        backbone.config(),
        new Tuning.Modules(plan, Tuning.Outside.FROZEN),
        new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out"),
        Map.of());
  }

  private static NDArray numbers(NDManager manager, NamedTensor tensor) {
    return manager.create(tensor.longs(), new Shape(tensor.shape()), DataType.INT64);
  }
}
