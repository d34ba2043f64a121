package spindle.json;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import spindle.study.TrialSpec;

/// Whatever happens to a text, it is read or refused with a place, never anything else.
class BrokenJsonTest {
  private static final Pattern PLACE = Pattern.compile("(?s)d, line \\d+, column \\d+.*: .+");

  private static final List<String> PLANTS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\"X\"",
          "{}",
          "[]",
          "[null]",
          "{\"kind\": 1}",
          "{\"kind\": \"full\"}",
          "\u0000",
          "\"\\ud800\"",
          "'a'",
          "NaN",
          "/* */",
          "\"kind\": 1",
          ",",
          "[[[[",
          "-");

  @Test
  void aTextCutAtAnyPlaceIsRefusedWithThePlace() {
    String design = DesignFileTest.text();
    for (int end = 0; end < design.strip().length(); end++) {
      String cut = design.substring(0, end);
      assertRefused(() -> DesignFile.parse(cut, "d"), cut);
    }
    String spec = Json.line(Samples.spec());
    for (int end = 0; end < spec.length(); end++) {
      String cut = spec.substring(0, end);
      assertRefused(() -> Json.read(cut, "d", TrialSpec.class), cut);
    }
  }

  @Test
  void anyValuePlantedAnywhereIsReadOrRefusedWithThePlace() {
    String line = Json.line(Samples.spec());
    String design = Json.line(new DesignFile(Samples.s4(), java.util.Optional.of(Samples.plan())));
    for (String plant : PLANTS) {
      for (Mutation mutation : Mutation.ofEveryValue(line, plant)) {
        assertReadOrRefused(() -> Json.read(mutation.text(), "d", TrialSpec.class), mutation);
      }
      for (Mutation mutation : Mutation.ofEveryValue(design, plant)) {
        assertReadOrRefused(() -> DesignFile.parse(mutation.text(), "d"), mutation);
      }
    }
  }

  @Test
  void changedCharactersAreReadOrRefusedWithThePlace() {
    var random = new SplittableRandom(1);
    String design = DesignFileTest.text();
    for (int i = 0; i < 2_000; i++) {
      Mutation mutation = new Mutation(changed(design, random));
      assertReadOrRefused(() -> DesignFile.parse(mutation.text(), "d"), mutation);
    }
  }

  @Test
  void everyFieldThatIsLeftOutOrRenamedIsRefused() {
    String text = Json.line(Samples.spec());
    var names = Pattern.compile("\"([a-zA-Z]+)\":").matcher(text);
    int fields = 0;
    while (names.find()) {
      String renamed = text.substring(0, names.start(1)) + "x" + text.substring(names.start(1));
      assertRefused(() -> Json.read(renamed, "d", TrialSpec.class), renamed);
      fields++;
    }
    assertTrue(fields > 60, "fields " + fields);
  }

  @Test
  void veryDeepTextIsRefused() {
    String deep = "[".repeat(100_000);
    assertRefused(() -> Json.read(deep, "d", TrialSpec.class), "deep");
  }

  private static String changed(String text, RandomGenerator random) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(1, 128));
        default -> changed.setCharAt(at, (char) random.nextInt(1, 128));
      }
    }
    return changed.toString();
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable read, String text) {
    String message = assertThrows(JsonException.class, read, text).toString();
    assertTrue(PLACE.matcher(afterClass(message)).matches(), message);
  }

  private static void assertReadOrRefused(Runnable read, Mutation mutation) {
    try {
      read.run();
    } catch (JsonException e) {
      assertTrue(PLACE.matcher(afterClass(e.toString())).matches(), e::toString);
    } catch (RuntimeException e) {
      throw new AssertionError("not a JsonException for " + mutation.text(), e);
    }
  }

  private static String afterClass(String message) {
    return message.substring(message.indexOf(": ") + 2);
  }

  /// A text in which something was changed.
  private record Mutation(String text) {
    private static final Pattern VALUE =
        Pattern.compile("(?<=[:,\\[])(\"[^\"]*\"|[-0-9.E]+|\\{|\\[)");

    /// Returns the texts in which one scalar, or the start of one object or list, is replaced.
    static List<Mutation> ofEveryValue(String text, String plant) {
      return VALUE
          .matcher(text)
          .results()
          .map(found -> text.substring(0, found.start()) + plant + text.substring(found.end()))
          .map(Mutation::new)
          .toList();
    }
  }
}
