package spindle.backbone;

import java.util.List;

/// A tensor that a backbone of some configuration has.
///
/// @param name canonical name: Hugging Face's, without the prefix of the family
/// @param shape size of each axis
public record ExpectedTensor(String name, List<Long> shape) {

  /// Copies the shape.
  public ExpectedTensor {
    shape = List.copyOf(shape);
  }

  /// Returns the number of scalars.
  ///
  /// @throws ArithmeticException if it leaves 64 bits
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
