package spindle.json;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Turns values into maps, lists, texts, numbers and truth values, which the writers print.
final class Encoder {
  private Encoder() {}

  /// Returns the plain form of a value.
  ///
  /// @throws IllegalArgumentException if a type has no JSON form
  static Object encode(Object value) {
    Optional<Form<?, ?>> form = Forms.of(value.getClass());
    if (form.isPresent()) {
      return encode(form.get().simplify(value));
    }
    return switch (value) {
      case String text -> text;
      case Boolean truth -> truth;
      case Double real -> Double.isFinite(real) ? real : real.toString();
      case Number number -> number;
      case Enum<?> constant -> Names.of(constant);
      case Record parts -> record(parts);
      case Collection<?> items -> list(items);
      case Map<?, ?> fields -> map(fields);
      default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
    };
  }

  private static List<Object> list(Collection<?> items) {
    return items.stream().<Object>map(Encoder::encode).toList();
  }

  private static Map<String, Object> map(Map<?, ?> fields) {
    Map<String, Object> plain = new LinkedHashMap<>();
    fields.forEach((name, value) -> put(plain, (String) name, value));
    return plain;
  }

  private static Map<String, Object> record(Record parts) {
    Map<String, Object> plain = new LinkedHashMap<>();
    RecordShape shape = RecordShape.of(parts.getClass());
    shape.kind().ifPresent(kind -> plain.put("kind", kind));
    for (RecordComponent component : shape.components()) {
      put(plain, component.getName(), RecordShape.valueOf(parts, component));
    }
    return plain;
  }

  /// Adds a field; an empty `Optional` is left out.
  private static void put(Map<String, Object> plain, String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> plain.put(name, encode(present)));
    } else if (value instanceof OptionalDouble optional) {
      optional.ifPresent(present -> plain.put(name, encode(present)));
    } else {
      plain.put(name, encode(value));
    }
  }
}
