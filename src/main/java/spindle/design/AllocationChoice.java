package spindle.design;

import java.util.random.RandomGenerator;

/// What a design space says about the allocation of parameters to layers.
public sealed interface AllocationChoice {

  /// Any allocation: a draw from a symmetric Dirichlet distribution.
  ///
  /// @param alpha concentration, above 0; 1 makes all divisions of the budget equally likely
  record Free(double alpha) implements AllocationChoice {
    /// Checks the concentration.
    ///
    /// @throws IllegalArgumentException if it is not above 0
    public Free {
      requirePositive(alpha);
    }
  }

  /// Any allocation that rises, or falls, with depth: a draw as of [Free], sorted.
  ///
  /// @param pattern the order; uniform makes every draw the same
  /// @param alpha concentration, above 0
  record Patterned(AllocationPattern pattern, double alpha) implements AllocationChoice {
    /// Checks the concentration.
    ///
    /// @throws IllegalArgumentException if it is not above 0
    public Patterned {
      requirePositive(alpha);
    }
  }

  /// One allocation.
  ///
  /// @param allocation the allocation, with as many layers as the backbone
  record Fixed(Allocation allocation) implements AllocationChoice {}

  /// Says whether draws differ from each other.
  default boolean isRandom() {
    return switch (this) {
      case Free(double _) -> true;
      case Patterned(AllocationPattern pattern, double _) -> pattern != AllocationPattern.UNIFORM;
      case Fixed(Allocation _) -> false;
    };
  }

  /// Says whether an allocation is among those to choose from.
  default boolean admits(Allocation allocation) {
    return switch (this) {
      case Free(double _) -> true;
      case Patterned(AllocationPattern pattern, double _) -> pattern.admits(allocation.weights());
      case Fixed(Allocation only) -> allocation.equals(only);
    };
  }

  /// Draws an allocation. Generators in the same state give the same shares, in each choice's
  /// order.
  ///
  /// @param layers layers of the backbone
  default Allocation sample(int layers, RandomGenerator random) {
    return switch (this) {
      case Free(double alpha) -> Allocation.random(layers, alpha, random);
      case Patterned(AllocationPattern pattern, double alpha) ->
          Allocation.random(layers, alpha, random).sorted(pattern);
      case Fixed(Allocation allocation) -> allocation;
    };
  }

  private static void requirePositive(double alpha) {
    if (!(alpha > 0 && Double.isFinite(alpha))) {
      throw new IllegalArgumentException("the concentration must be above 0: " + alpha);
    }
  }
}
