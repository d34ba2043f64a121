package spindle.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes records of objects and takes them apart.
final class Records {
  private Records() {}

  /// Returns the record of an object.
  ///
  /// @throws JsonException if a field is missing or unknown, has a wrong form, or the record's
  ///   constructor refuses its value
  static Object make(Node.Fields node, Class<?> type) {
    requireKnown(node, type);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.add(component(node, component));
    }
    return checked(node, () -> construct(type, values));
  }

  /// Returns what a constructor makes; its refusal becomes an error at the node.
  static <T> T checked(Node node, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new JsonException(node.place(), String.valueOf(e.getMessage()), e);
    }
  }

  /// Returns the value of a record's component.
  static Object valueOf(Object record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no access to " + component, e);
    }
  }

  private static void requireKnown(Node.Fields node, Class<?> type) {
    Optional<String> kind = Names.kind(type);
    List<String> known = new ArrayList<>();
    kind.ifPresent(_ -> known.add("kind"));
    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(known::add);
    node.fields()
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            throw new JsonException(
                value.place(), "unknown field (known: " + String.join(", ", known) + ")");
          }
        });
    kind.ifPresent(expected -> requireKind(node, expected));
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

  private static Object construct(Class<?> type, List<Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the constructor of " + type + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no access to " + type, e);
    }
  }
}
