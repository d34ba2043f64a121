package spindle.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;

/// A type that is written as if it were a value of another, simpler type.
///
/// @param type the type
/// @param simpler the type that is written
/// @param to makes the simpler value
/// @param from makes the value back; may throw [IllegalArgumentException]
record Form<T, S>(Class<T> type, Type simpler, Function<T, S> to, Function<S, T> from) {

  /// The type of lists of some element.
  ///
  /// @param element type of the elements
  record ListOf(Type element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public Type getOwnerType() {
      return List.class;
    }
  }

  Object simplify(Object value) {
    return to.apply(type.cast(value));
  }

  /// Makes the value back from what was decoded as the simpler type.
  @SuppressWarnings("unchecked") // the decoder has made a value of that type
  T restore(Object decoded) {
    return from.apply((S) decoded);
  }
}
