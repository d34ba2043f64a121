package spindle.training;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import spindle.design.Precision;
import spindle.program.TensorProgram;

/// What a trainer gives to its runs.
///
/// @param program the compiled design
/// @param shelf the backbone and its weights on the device
/// @param states states of frozen layers that trials share
record Material(TensorProgram program, Library.Shelf shelf, StateCache states) {

  /// Returns the states of some texts below the first trained layer, if that is not the very first
  /// and all trials read the same texts.
  ///
  /// @param texts of each trial
  Optional<StateCache.Lease> lease(List<List<EncodedExample>> texts, Precision precision) {
    boolean same = texts.stream().allMatch(texts.getFirst()::equals);
    if (!same || program.firstTrained() == 0) {
      return Optional.empty();
    }
    int width = shelf.backbone().shape().hidden();
    return states.lease(
        new StateCache.Key(
            shelf.backbone().name(), program.firstTrained(), precision, width, texts.getFirst()));
  }

  /// Returns the values of a tensor of the backbone.
  FloatBuffer values(String name) {
    return shelf.weights().values(name);
  }
}
