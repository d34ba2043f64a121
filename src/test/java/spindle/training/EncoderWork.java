package spindle.training;

import java.util.List;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;

/// Counts the floating-point operations, two for each multiply-add, of the matrix products that the
/// program of a design on a BERT-like encoder computes: padding counts, element-wise work does not.
///
/// Forward: the last layer asks for the first token alone. Backward: from the first trained layer
/// on, and there only from the first trained module on; frozen weights have no gradient. A fused
/// attention computes the gradients of queries, keys and values together, and its scores again:
/// four products count, the repeated one does not.
final class EncoderWork {

  private final BackboneShape shape;
  private final LayerPlan plan;
  private final int first;
  private final int outputs;
  private Flow flow = new Flow();

  /// Prepares the counting.
  ///
  /// @param first the program's first trained layer
  /// @param outputs of the head, a single map, C
  EncoderWork(BackboneShape shape, LayerPlan plan, int first, int outputs) {
    this.shape = shape;
    this.plan = plan;
    this.first = first;
    this.outputs = outputs;
  }

  /// What was counted so far, and whether the states at hand depend on something trained.
  private static final class Flow {
    long forward;
    long backward;
    boolean moving;

    /// Counts a map of some rows, with a bias that may be trained and a LoRA update of some rank;
    /// returns whether its output depends on something trained.
    boolean map(long rows, long in, long out, boolean input, boolean bias, int rank) {
      product(rows * in * out, input ? 1 : 0);
      if (rank > 0) {
        product(rows * in * rank, input ? 2 : 1);
        product(rows * rank * out, 2);
      }
      return input || bias || rank > 0;
    }

    /// Counts a product and how many products its gradients take.
    void product(long multiplyAdds, int gradients) {
      forward += 2 * multiplyAdds;
      backward += 2L * gradients * multiplyAdds;
    }
  }

  /// Returns the operations that take texts to the states below the first trained layer.
  long lower(Batch batch) {
    flow = new Flow();
    for (int layer = 0; layer < first; layer++) {
      layer(layer, batch, batch.longest());
    }
    return flow.forward;
  }

  /// Returns the operations that take those states to the outputs.
  long upper(Batch batch) {
    countUpper(batch);
    return flow.forward;
  }

  /// Returns the operations of the passes forward and backward from those states.
  long upperStep(Batch batch) {
    countUpper(batch);
    return flow.forward + flow.backward;
  }

  private void countUpper(Batch batch) {
    flow = new Flow();
    int last = shape.layers() - 1;
    for (int layer = first; layer <= last; layer++) {
      layer(layer, batch, layer == last ? 1 : batch.longest());
    }
    flow.product((long) batch.size() * shape.hidden() * outputs, flow.moving ? 2 : 1);
  }

  /// Counts a layer that asks for some tokens of each text.
  private void layer(int number, Batch batch, int asked) {
    List<PeftModule> modules = plan.layers().get(number);
    long rows = (long) batch.size() * asked;
    attention(modules, batch, asked);
    int d = shape.hidden();
    boolean biases = biases(modules);
    adapter(modules, AdapterPlacement.HOULSBY, rows);
    boolean residual = flow.moving;
    adapter(modules, AdapterPlacement.PARALLEL, rows);
    boolean in =
        flow.map(
            rows, d, shape.inner(), residual, biases, rank(modules, LoraMatrix.FEED_FORWARD_IN));
    boolean out =
        flow.map(rows, shape.inner(), d, in, biases, rank(modules, LoraMatrix.FEED_FORWARD_OUT));
    flow.moving |= out;
    adapter(modules, AdapterPlacement.HOULSBY, rows);
    adapter(modules, AdapterPlacement.PFEIFFER, rows);
  }

  private void attention(List<PeftModule> modules, Batch batch, int asked) {
    long all = (long) batch.size() * batch.longest();
    long rows = (long) batch.size() * asked;
    int d = shape.hidden();
    int width = shape.attention();
    boolean input = flow.moving;
    boolean biases = biases(modules);
    boolean query = flow.map(rows, d, width, input, biases, rank(modules, LoraMatrix.QUERY));
    boolean key = flow.map(all, d, width, input, biases, rank(modules, LoraMatrix.KEY));
    boolean value = flow.map(all, d, width, input, biases, rank(modules, LoraMatrix.VALUE));
    int prefix = prefix(modules);
    boolean context = query || key || value || prefix > 0;
    long scores = rows * (prefix + batch.longest()) * width;
    flow.product(2 * scores, context ? 2 : 0);
    boolean output = flow.map(rows, width, d, context, biases, rank(modules, LoraMatrix.OUTPUT));
    flow.moving = input || output;
  }

  /// Counts a layer's adapter if it sits in some place; a Houlsby adapter sits in two.
  private void adapter(List<PeftModule> modules, AdapterPlacement placement, long rows) {
    for (PeftModule module : modules) {
      if (module instanceof PeftModule.Adapter(int width, var place) && place == placement) {
        flow.product(rows * shape.hidden() * width, flow.moving ? 2 : 1);
        flow.product(rows * shape.hidden() * width, 2);
        flow.moving = true;
      }
    }
  }

  private static boolean biases(List<PeftModule> modules) {
    return modules.stream().anyMatch(PeftModule.BitFit.class::isInstance);
  }

  private static int prefix(List<PeftModule> modules) {
    return modules.stream()
        .mapToInt(module -> module instanceof PeftModule.Prefix(int length, var _) ? length : 0)
        .sum();
  }

  private static int rank(List<PeftModule> modules, LoraMatrix matrix) {
    return modules.stream()
        .mapToInt(module ->
            module instanceof PeftModule.Lora(int rank, var matrices) && matrices.contains(matrix)
                ? rank
                : 0)
        .sum();
  }
}
