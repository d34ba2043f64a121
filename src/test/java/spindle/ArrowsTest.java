package spindle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The arrows between the packages, and where each foreign library may be used.
@AnalyzeClasses(packages = "spindle", importOptions = DoNotIncludeTests.class)
final class ArrowsTest {

  private static final String APP = "app";

  /// Who may use whom. A package that is missing here fails the build; `app` may use everything.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("launch", Set.of()),
          entry("design", Set.of()),
          entry("task", Set.of()),
          entry("weights", Set.of()),
          entry("study", Set.of("design", "task")),
          entry("json", Set.of("design", "task", "study")),
          entry("backbone", Set.of("design", "weights")),
          entry("peft", Set.of("design", "backbone")),
          entry("program", Set.of("design", "backbone", "peft")),
          entry(
              "training",
              Set.of("design", "task", "weights", "study", "json", "backbone", "peft", "program")),
          entry("store", Set.of("design", "task", "study", "json")),
          entry("export", Set.of("design", "task", "study", "weights", "backbone", "peft", "json")),
          entry("ui", Set.of("design", "task", "study", "export", "json")),
          entry("cli", Set.of("design", "task", "study", "export", "json")));

  @ArchTest
  static void packagesOnlyUseWhatTheyMay(JavaClasses all) {
    MAY_USE.forEach((user, used) ->
        classes()
            .that()
            .resideInAPackage(inside(user))
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage("spindle..")
                    .or(resideInAPackage(inside(user)))
                    .or(resideInAnyPackage(insideAll(used))))
            .allowEmptyShould(true)
            .check(all));
  }

  @ArchTest
  static void everyPackageHasARow(JavaClasses all) {
    Set<String> missing = new TreeSet<>();
    all.stream().map(ArrowsTest::topPackage).forEach(missing::add);
    missing.removeAll(MAY_USE.keySet());
    missing.remove(APP);
    assertEquals(Set.of(), missing);
  }

  @ArchTest
  static void nothingGoesRoundInCircles(JavaClasses all) {
    slices().matching("spindle.(**)").should().beFreeOfCycles().allowEmptyShould(true).check(all);
  }

  @ArchTest
  static void onlyTrainingKnowsTensors(JavaClasses all) {
    only("ai.djl..", "training").check(all);
  }

  @ArchTest
  static void onlyTheStoreKnowsSql(JavaClasses all) {
    only("java.sql..", "store").check(all);
    only("org.sqlite..", "store").check(all);
  }

  @ArchTest
  static void onlyTheWindowKnowsTheToolkit(JavaClasses all) {
    only("javafx..", "ui", APP).check(all);
  }

  @ArchTest
  static void onlyFilesAndProtocolsKnowJson(JavaClasses all) {
    only("com.fasterxml..", "json", "backbone", "training", "export", "store", "cli").check(all);
  }

  /// The readers of tasks and the writers of tables.
  @ArchTest
  static void onlyTasksAndTablesKnowParquet(JavaClasses all) {
    only("org.apache.parquet..", "task", "export").check(all);
    only("org.apache.hadoop..").check(all);
    only("blue.strategic..").check(all);
    only("com.github.luben..", "task").check(all);
    only("org.apache.commons.compress..", "task").check(all);
  }

  @ArchTest
  static void onlyTheCommandLineKnowsItsLibraries(JavaClasses all) {
    only("picocli..", "cli", APP).check(all);
    only("me.tongfei..", "cli", APP).check(all);
  }

  @ArchTest
  static void viewModelsKnowNoControls(JavaClasses all) {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
        .allowEmptyShould(true)
        .check(all);
  }

  @ArchTest
  static void onlyFewClassesKnowTheToolkitsThread(JavaClasses all) {
    noClasses()
        .that(not(resideInAnyPackage("spindle.ui", "spindle.ui.support..", inside(APP))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.application..")
        .allowEmptyShould(true)
        .check(all);
  }

  private static ArchRule only(String library, String... users) {
    return noClasses()
        .that(not(resideInAnyPackage(insideAll(Set.of(users)))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  private static String topPackage(JavaClass type) {
    String rest = type.getPackageName().replaceFirst("^spindle\\.?", "");
    return Stream.of(rest.split("\\.")).findFirst().orElse("");
  }

  private static String inside(String name) {
    return "spindle." + name + "..";
  }

  private static String[] insideAll(Set<String> names) {
    return names.stream().map(ArrowsTest::inside).toArray(String[]::new);
  }
}
