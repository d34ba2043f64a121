package spindle.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Makes records of objects.
final class Records {
  private Records() {}

  /// Returns the record of an object.
  ///
  /// @throws JsonException if a field is missing or unknown, has a wrong form, or the record's
  ///   constructor refuses its value
  static Object make(Node.Fields node, Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    requireKnown(node, shape);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : shape.components()) {
      values.add(component(node, component));
    }
    return checked(node, () -> shape.construct(values));
  }

  /// Returns what a constructor makes; its refusal becomes an error at the node.
  static <T> T checked(Node node, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new JsonException(node.place(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireKnown(Node.Fields node, RecordShape shape) {
    List<String> known = shape.fields();
    node.fields()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            throw new JsonException(
                value.place(), "unknown field (known: " + String.join(", ", known) + ")");
          }
        });
    shape.kind().ifPresent(expected -> requireKind(node, expected));
  }

  private static void requireKind(Node.Fields node, String expected) {
    Node kind = node.fields().get("kind");
    if (kind == null) {
      throw new JsonException(node.place(), "the field \"kind\" is missing");
    }
    if (!Scalars.text(kind).equals(expected)) {
      throw new JsonException(kind.place(), "must be \"" + expected + "\"");
    }
  }

  private static Object component(Node.Fields node, RecordComponent component) {
    Node value = node.fields().get(component.getName());
    Type type = component.getGenericType();
    if (component.getType() == OptionalDouble.class) {
      return value == null
          ? OptionalDouble.empty()
          : OptionalDouble.of((Double) Decoder.decode(value, double.class));
    }
    boolean optional = component.getType() == Optional.class;
    if (value == null) {
      if (optional) {
        return Optional.empty();
      }
      throw new JsonException(node.place(), "the field \"" + component.getName() + "\" is missing");
    }
    return optional && type instanceof ParameterizedType generic
        ? Optional.of(Decoder.decode(value, generic.getActualTypeArguments()[0]))
        : Decoder.decode(value, type);
  }
}
