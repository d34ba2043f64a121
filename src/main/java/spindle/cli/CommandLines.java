package spindle.cli;

import static java.util.Map.entry;

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
          Map.ofEntries(
              entry(SampleCommand.class, () -> new SampleCommand(services, terminal)),
              entry(StudyGroup.class, () -> new StudyGroup(services, terminal)),
              entry(StudyNewCommand.class, () -> new StudyNewCommand(services, terminal)),
              entry(
                  StudyPreflightCommand.class, () -> new StudyPreflightCommand(services, terminal)),
              entry(
                  StudyCandidatesCommand.class,
                  () -> new StudyCandidatesCommand(services, terminal)),
              entry(StudyCompareCommand.class, () -> new StudyCompareCommand(services, terminal)),
              entry(StudyLimitCommand.class, () -> new StudyLimitCommand(services, terminal)),
              entry(StudyRunCommand.class, () -> new StudyRunCommand(services, terminal)),
              entry(StudyStatusCommand.class, () -> new StudyStatusCommand(services, terminal)),
              entry(StudyVerdictCommand.class, () -> new StudyVerdictCommand(services, terminal)),
              entry(StudyTrialsCommand.class, () -> new StudyTrialsCommand(services, terminal)),
              entry(StudyTextsCommand.class, () -> new StudyTextsCommand(services, terminal)),
              entry(StudyExportCommand.class, () -> new StudyExportCommand(services, terminal)),
              entry(TrainCommand.class, () -> new TrainCommand(services, terminal)),
              entry(DesignCommand.class, () -> new DesignCommand(services, terminal)),
              entry(
                  DesignTransferCommand.class, () -> new DesignTransferCommand(services, terminal)),
              entry(TasksCommand.class, () -> new TasksCommand(terminal)),
              entry(BackboneCommand.class, () -> new BackboneCommand(services, terminal)),
              entry(DoctorCommand.class, () -> new DoctorCommand(services, terminal)));
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
