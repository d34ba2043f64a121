package spindle.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What reflection knows of a record, looked up once a class.
///
/// @param constructor the canonical constructor
/// @param components the components, in order
/// @param kind value of the field `kind` that tells it from the other cases of a sealed interface
record RecordShape(
    Constructor<?> constructor, List<RecordComponent> components, Optional<String> kind) {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return lookUp(type);
        }
      };

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /// Returns the names of all fields that the object of the record may have.
  List<String> fields() {
    List<String> names = new ArrayList<>();
    kind.ifPresent(_ -> names.add("kind"));
    components.forEach(component -> names.add(component.getName()));
    return names;
  }

  /// Returns a record of some values.
  ///
  /// @throws IllegalArgumentException if the record's constructor refuses them
  Object construct(List<Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the constructor " + constructor + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no access to " + constructor, e);
    }
  }

  /// Returns the value of a component of a record.
  static Object valueOf(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no access to " + component, e);
    }
  }

  private static RecordShape lookUp(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      Arrays.stream(components).forEach(c -> c.getAccessor().setAccessible(true));
      return new RecordShape(constructor, List.of(components), Names.kind(type));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }
}
