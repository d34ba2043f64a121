package spindle.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes values of given types from nodes.
///
/// A record is an object with a field for every component; an `Optional` component may be missing.
/// A record of a sealed interface has a field `kind` besides.
final class Decoder {
  private Decoder() {}

  /// Returns the value of a node.
  ///
  /// @param type class of a record, enum, sealed interface or scalar, or a list, set or map of such
  /// @throws JsonException if the node does not have the form of the type
  static Object decode(Node node, Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(node, generic);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no JSON form for " + type);
    }
    Optional<Form<?, ?>> form = Forms.of(plain);
    if (form.isPresent()) {
      Object simpler = decode(node, form.get().simpler());
      return Records.checked(node, () -> form.get().restore(simpler));
    }
    if (plain.isEnum()) {
      return constant(node, plain);
    }
    if (Names.isSealed(plain)) {
      return ofKind(node, plain);
    }
    return plain.isRecord() ? Records.make(fields(node), plain) : Scalars.decode(node, plain);
  }

  /// Returns a node as an object.
  static Node.Fields fields(Node node) {
    if (node instanceof Node.Fields fields) {
      return fields;
    }
    throw mismatch(node, "an object");
  }

  static JsonException mismatch(Node node, String expected) {
    return new JsonException(node.place(), "must be " + expected + ", not " + node.words());
  }

  private static Object collection(Node node, ParameterizedType type) {
    Type[] parts = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return list(node, parts[0]);
    }
    if (type.getRawType() == Set.class) {
      return set(node, parts[0]);
    }
    if (type.getRawType() == Map.class && parts[0] == String.class) {
      Map<String, Object> values = new LinkedHashMap<>();
      fields(node).fields().forEach((name, value) -> values.put(name, decode(value, parts[1])));
      return Collections.unmodifiableMap(values);
    }
    throw new IllegalArgumentException("no JSON form for " + type);
  }

  private static List<Object> list(Node node, Type element) {
    if (!(node instanceof Node.Items(Place _, List<Node> items))) {
      throw mismatch(node, "a list");
    }
    List<Object> values = new ArrayList<>(items.size());
    items.forEach(item -> values.add(decode(item, element)));
    return Collections.unmodifiableList(values);
  }

  private static Set<Object> set(Node node, Type element) {
    List<Object> values = list(node, element);
    Set<Object> distinct = new LinkedHashSet<>(values);
    if (distinct.size() < values.size()) {
      throw new JsonException(node.place(), "an entry comes twice");
    }
    return Collections.unmodifiableSet(distinct);
  }

  private static Object constant(Node node, Class<?> type) {
    List<Enum<?>> constants =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(c -> (Enum<?>) c).toList();
    String name = Scalars.text(node);
    return constants.stream()
        .filter(constant -> Names.of(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(node, type, name, constants.stream().map(Names::of).toList()));
  }

  private static Object ofKind(Node node, Class<?> type) {
    Node.Fields fields = fields(node);
    Node kind = fields.fields().get("kind");
    if (kind == null) {
      throw new JsonException(node.place(), "the field \"kind\" is missing");
    }
    String name = Scalars.text(kind);
    List<Class<?>> cases = Names.cases(type);
    List<String> known = cases.stream().map(c -> RecordShape.of(c).kind().orElseThrow()).toList();
    if (!known.contains(name)) {
      throw unknown(kind, type, name, known);
    }
    return decode(node, cases.get(known.indexOf(name)));
  }

  private static JsonException unknown(Node node, Class<?> type, String name, List<String> known) {
    String what = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return new JsonException(
        node.place(),
        "unknown %s \"%s\" (known: %s)"
            .formatted(
                what.toLowerCase(java.util.Locale.ROOT),
                name,
                known.stream().collect(Collectors.joining(", "))));
  }
}
