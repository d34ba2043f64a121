package spindle.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import spindle.design.Budget;
import spindle.design.Preset;
import spindle.study.Device;

/// Puts the command line together.
public final class CommandLines {

  private CommandLines() {}

  /// Returns the command line, ready to run arguments once.
  ///
  /// @param log file that holds the details of failures
  public static CommandLine create(Services services, Terminal terminal, Path log) {
    ErrorLines errors = new ErrorLines(terminal, log);
    CommandLine commands =
        new CommandLine(new SpindleCommand(), new Commands(services, terminal).factory())
            .setOut(terminal.outWriter())
            .setErr(terminal.errWriter())
            .setExecutionExceptionHandler(errors)
            .setParameterExceptionHandler(errors)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(100)
            .registerConverter(Preset.class, parsed(Preset::parse))
            .registerConverter(Budget.class, parsed(Budget::parse))
            .registerConverter(Device.class, parsed(Device::parse));
    return commands;
  }

  private static <T> ITypeConverter<T> parsed(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  /// How each command is made.
  private record Commands(Services services, Terminal terminal) {

    IFactory factory() {
      Map<Class<?>, Supplier<Object>> makers =
          Map.of(
              TrainCommand.class, () -> new TrainCommand(services, terminal),
              BackboneCommand.class, () -> new BackboneCommand(services, terminal),
              DoctorCommand.class, () -> new DoctorCommand(services, terminal));
      return new IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
          Supplier<Object> maker = makers.get(type);
          return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
        }
      };
    }
  }
}
