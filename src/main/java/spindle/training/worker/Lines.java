package spindle.training.worker;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Messages as JSON lines.
final class Lines {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setAnnotationIntrospector(new Kinds())
          .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addDeserializer(Duration.class, new Durations())
                  .addSerializer(Optional.class, new OptionalWriter())
                  .addDeserializer(Optional.class, new OptionalReader()));

  private Lines() {}

  static String line(Object message) {
    try {
      return MAPPER.writeValueAsString(message);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON for " + message, e);
    }
  }

  /// @throws IllegalArgumentException if the line is no such message
  static <T> T read(String line, Class<T> type) {
    try {
      return MAPPER.readValue(line, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static final class Kinds extends JacksonAnnotationIntrospector {
    @Override
    public TypeResolverBuilder<?> findTypeResolver(
        MapperConfig<?> config, AnnotatedClass ac, JavaType type) {
      return sealed(ac.getRawType())
          ? new StdTypeResolverBuilder()
              .init(JsonTypeInfo.Id.NAME, null)
              .inclusion(JsonTypeInfo.As.PROPERTY)
              .typeProperty("kind")
          : super.findTypeResolver(config, ac, type);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated a) {
      return a.getRawType().isSealed()
          ? Arrays.stream(a.getRawType().getPermittedSubclasses())
              .map(c -> new NamedType(c, c.getSimpleName()))
              .toList()
          : super.findSubtypes(a);
    }

    @Override
    public String findTypeName(AnnotatedClass type) {
      return type.getRawType().getSimpleName();
    }

    private static boolean sealed(Class<?> type) {
      return type.isSealed() || Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
  }

  private static final class Durations extends StdDeserializer<Duration> {
    Durations() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser p, DeserializationContext c) throws IOException {
      return Duration.parse(p.getText());
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OptionalWriter
      extends com.fasterxml.jackson.databind.ser.std.StdSerializer<Optional> {
    OptionalWriter() {
      super(Optional.class);
    }

    @Override
    public void serialize(Optional value, JsonGenerator g, SerializerProvider p)
        throws IOException {
      g.writeObject(value.isPresent() ? value.get() : null);
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OptionalReader extends StdDeserializer<Optional> {
    OptionalReader() {
      super(Optional.class);
    }

    @Override
    public Optional deserialize(JsonParser p, DeserializationContext c) throws IOException {
      return Optional.of(p.getText());
    }

    @Override
    public Optional getNullValue(DeserializationContext c) {
      return Optional.empty();
    }
  }
}
