package spindle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/// What no class does, wherever it is.
@AnalyzeClasses(packages = "spindle", importOptions = DoNotIncludeTests.class)
final class HabitsTest {

  @ArchTest
  static void randomnessIsAnArgument(JavaClasses all) {
    noClasses()
        .should()
        .dependOnClassesThat(belongToAnyOf(Random.class, ThreadLocalRandom.class))
        .orShould()
        .callMethod(Math.class, "random")
        .allowEmptyShould(true)
        .check(all);
  }

  @ArchTest
  static void standardStreamsBelongToThePrograms(JavaClasses all) {
    noClasses()
        .that(not(resideInAnyPackage("spindle.cli..", "spindle.app..", "spindle.launch..")))
        .and(not(simpleName("WorkerMain")))
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .accessField(System.class, "in")
        .allowEmptyShould(true)
        .check(all);
  }

  @ArchTest
  static void exceptionsHaveNames(JavaClasses all) {
    noClasses().should(THROW_GENERIC_EXCEPTIONS).allowEmptyShould(true).check(all);
  }
}
