package spindle.peft;

import java.util.List;

/// A tensor that a trial trains.
///
/// @param name ours, such as `layers.3.lora.self.q.A`; under full fine-tuning the backbone's name
/// @param shape sizes of its axes, each at least 1
/// @param initial value before the first step
/// @param owner what it belongs to
public record TrainableTensor(String name, List<Long> shape, Initial initial, Owner owner) {

  /// Copies the shape.
  ///
  /// @throws IllegalArgumentException if an axis is empty
  public TrainableTensor {
    shape = List.copyOf(shape);
    if (shape.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(name + " has an empty axis: " + shape);
    }
  }

  /// Returns the number of scalars.
  public long size() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }

  /// Says whether weight decay leaves it alone: biases and norms, all of one axis.
  public boolean isUndecayed() {
    return shape.size() < 2;
  }
}
