package spindle.json;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spindle.design.Assignment;
import spindle.design.AssignmentChoice;
import spindle.design.Design;
import spindle.design.LayerGrouping;
import spindle.design.StrategySet;
import spindle.design.TunedGroups;
import spindle.study.Seed;

/// All types that are written as a simpler one.
final class Forms {

  private static final Map<Class<?>, Form<?, ?>> ALL =
      Stream.<Form<?, ?>>of(
              new Form<>(Path.class, String.class, Path::toString, Path::of),
              new Form<>(Duration.class, BigDecimal.class, Forms::seconds, Forms::duration),
              new Form<>(Seed.class, Long.class, Seed::value, Seed::new),
              new Form<>(StrategySet.class, String.class, StrategySet::letters, StrategySet::parse),
              new Form<>(
                  TunedGroups.class,
                  new Form.ListOf(Integer.class),
                  DesignForm::numbers,
                  DesignForm::tuned),
              new Form<>(
                  Assignment.class,
                  new Form.ListOf(StrategySet.class),
                  Assignment::sets,
                  (Function<List<StrategySet>, Assignment>) Assignment::new),
              new Form<>(
                  AssignmentChoice.class,
                  AssignmentChoiceForm.class,
                  AssignmentChoiceForm::of,
                  AssignmentChoiceForm::choice),
              new Form<>(
                  LayerGrouping.class,
                  GroupingForm.class,
                  GroupingForm::of,
                  GroupingForm::grouping),
              new Form<>(Design.class, DesignForm.class, DesignForm::of, DesignForm::design),
              new Form<>(
                  DesignFile.class, DesignFileForm.class, DesignFileForm::of, DesignFileForm::file))
          .collect(Collectors.toMap(Form::type, form -> form));

  private Forms() {}

  /// Returns the form of a type, if it has one.
  static Optional<Form<?, ?>> of(Class<?> type) {
    // a path's own class is one of the platform's
    return Optional.ofNullable(ALL.get(Path.class.isAssignableFrom(type) ? Path.class : type));
  }

  private static BigDecimal seconds(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    BigDecimal shortest = seconds.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static Duration duration(BigDecimal seconds) {
    try {
      BigDecimal nanos = seconds.movePointRight(9).stripTrailingZeros();
      if (seconds.precision() - seconds.scale() > 18) {
        throw new ArithmeticException("too long");
      }
      long whole = seconds.toBigInteger().longValueExact();
      return Duration.ofSeconds(
          whole, nanos.subtract(BigDecimal.valueOf(whole).movePointRight(9)).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not a time in seconds: " + seconds, e);
    }
  }
}
