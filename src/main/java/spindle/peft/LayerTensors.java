package spindle.peft;

import java.util.ArrayList;
import java.util.List;
import spindle.backbone.LayerNames;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;

/// The trainable tensors of one layer's modules.
///
/// With hidden width `d`, attention width `d_a`, inner width `d_ff`, and the sizes `b`, `p`, `r` of
/// the modules:
///
/// | tensor | shape | initial value |
/// |---|---|---|
/// | `adapter.down.weight` | `(b, d)` | Kaiming uniform |
/// | `adapter.up.weight` | `(d, b)` | 0, so that a fresh adapter changes nothing |
/// | `adapter.down.bias`, `adapter.up.bias` | `(b)`, `(d)` | 0 |
/// | `prefix.SITE.key`, `prefix.SITE.value` | `(p, d_a)` | normal, 0.02 |
/// | `lora.SITE.MATRIX.A` | `(r, in)` | Kaiming uniform |
/// | `lora.SITE.MATRIX.B` | `(out, r)` | 0 |
/// | `bitfit.MODULE.bias` | `(out)` | the backbone's; 0 for T5, which has none |
///
/// SITE is `self` or `cross`. Houlsby adapters have `adapter.attention` and `adapter.output`. A
/// reparametrised prefix has its tensors in [PrefixNetwork].
final class LayerTensors {

  private final BackboneShape shape;
  private final LayerNames names;
  private final String path;
  private final List<TrainableTensor> tensors = new ArrayList<>();

  private LayerTensors(BackboneShape shape, int layer) {
    this.shape = shape;
    this.names = LayerNames.of(shape, layer);
    this.path = "layers." + layer + ".";
  }

  /// Returns the tensors of a layer's modules, in the order of the modules.
  static List<TrainableTensor> of(BackboneShape shape, int layer, List<PeftModule> modules) {
    LayerTensors layerTensors = new LayerTensors(shape, layer);
    modules.forEach(layerTensors::add);
    return layerTensors.tensors;
  }

  private void add(PeftModule module) {
    switch (module) {
      case PeftModule.Adapter adapter -> addAdapters(adapter);
      case PeftModule.Prefix prefix -> addPrefix(prefix);
      case PeftModule.BitFit() -> addBiases();
      case PeftModule.Lora lora -> addLora(lora);
    }
  }

  private void addAdapters(PeftModule.Adapter adapter) {
    switch (adapter.placement()) {
      case PFEIFFER, PARALLEL -> addAdapter("adapter.", adapter.width());
      case HOULSBY -> {
        addAdapter("adapter.attention.", adapter.width());
        addAdapter("adapter.output.", adapter.width());
      }
    }
  }

  private void addAdapter(String name, long width) {
    long hidden = shape.hidden();
    Initial zero = new Initial.Zero();
    add(
        name + "down.weight",
        List.of(width, hidden),
        Initial.Uniform.kaiming(hidden),
        Owner.ADAPTER);
    add(name + "down.bias", List.of(width), zero, Owner.ADAPTER);
    add(name + "up.weight", List.of(hidden, width), zero, Owner.ADAPTER);
    add(name + "up.bias", List.of(hidden), zero, Owner.ADAPTER);
  }

  private void addPrefix(PeftModule.Prefix prefix) {
    switch (prefix.form()) {
      case PrefixForm.Flat() -> {
        for (LayerNames.Attention attention : names.attentions()) {
          String name = "prefix." + attention.site() + ".";
          List<Long> size = List.of((long) prefix.length(), (long) shape.attention());
          add(name + "key", size, new Initial.Normal(0.02), Owner.PREFIX);
          add(name + "value", size, new Initial.Normal(0.02), Owner.PREFIX);
        }
      }
      case PrefixForm.Reparametrised _ -> {}
    }
  }

  private void addBiases() {
    for (String module : names.biased(shape.family())) {
      boolean added = shape.family() == Family.T5;
      String bias = names.prefix() + module + ".bias";
      add(
          "bitfit." + module + ".bias",
          List.of(width(module)),
          added ? new Initial.Zero() : new Initial.CopyOf(bias),
          Owner.BITFIT);
    }
  }

  /// Returns the output width of a module of this layer.
  private long width(String module) {
    if (names.feedForwardIn().contains(module)) {
      return shape.inner();
    }
    boolean projection =
        names.attentions().stream()
            .anyMatch(a -> List.of(a.query(), a.key(), a.value()).contains(module));
    return projection ? shape.attention() : shape.hidden();
  }

  private void addLora(PeftModule.Lora lora) {
    for (LoraMatrix matrix : lora.matrices()) {
      switch (matrix) {
        case QUERY -> addAttentionFactors("q", shape.hidden(), shape.attention(), lora.rank());
        case KEY -> addAttentionFactors("k", shape.hidden(), shape.attention(), lora.rank());
        case VALUE -> addAttentionFactors("v", shape.hidden(), shape.attention(), lora.rank());
        case OUTPUT -> addAttentionFactors("o", shape.attention(), shape.hidden(), lora.rank());
        case FEED_FORWARD_IN -> {
          for (int i = 0; i < names.feedForwardIn().size(); i++) {
            String name = "lora.ff.in" + (i == 0 ? "" : i);
            addFactors(name, shape.hidden(), shape.inner(), lora.rank());
          }
        }
        case FEED_FORWARD_OUT ->
            addFactors("lora.ff.out", shape.inner(), shape.hidden(), lora.rank());
      }
    }
  }

  private void addAttentionFactors(String matrix, long inputs, long outputs, long rank) {
    for (LayerNames.Attention attention : names.attentions()) {
      addFactors("lora." + attention.site() + "." + matrix, inputs, outputs, rank);
    }
  }

  private void addFactors(String name, long inputs, long outputs, long rank) {
    add(name + ".A", List.of(rank, inputs), Initial.Uniform.kaiming(inputs), Owner.LORA);
    add(name + ".B", List.of(outputs, rank), new Initial.Zero(), Owner.LORA);
  }

  private void add(String name, List<Long> size, Initial initial, Owner owner) {
    tensors.add(new TrainableTensor(path + name, size, initial, owner));
  }
}
