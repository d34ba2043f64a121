package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.json.DesignFile;

final class DesignCommandTest {

  @TempDir private Path folder;

  @Test
  void theSpacesHaveThePapersSizes() {
    assertCount("281,474,976,710,655 designs of 12 layers in 12 groups (1 groupings)");
    assertCount("262,140 designs of 12 layers in 4 groups (4 groupings)", "--space", "S1");
    assertCount("202,500 designs of 12 layers in 4 groups (4 groupings)", "--space", "S3");
    assertCount("4 designs of 12 layers in 4 groups (4 groupings)", "--space", "S4");
  }

  @Test
  void choicesRestrictOneDimensionEach() {
    assertCount(
        "225 designs of 12 layers in 4 groups (1 groupings)",
        "--space",
        "S3",
        "--grouping",
        "2,4,4,2",
        "--assignment",
        "AL/*/*/B");
    assertCount(
        "225 designs of 12 layers in 3 groups (1 groupings)",
        "--grouping",
        "uniform",
        "--groups",
        "3",
        "--tuned",
        "1,3");
  }

  @Test
  void theSameSeedDrawsTheSameDesigns() {
    List<String> first = lines("design", "sample", "--space", "S1", "--count", "3", "--json");
    assertEquals(first, lines("design", "sample", "--space", "S1", "--count", "3", "--json"));
    assertEquals(3, first.size());
    assertNotEquals(first.get(0), first.get(1));
    assertTrue(DesignFile.parse(first.get(0), "first").plan().isPresent());
  }

  @Test
  void aDesignThatWasExplainedCanBeReadAgain() throws IOException {
    Path file = folder.resolve("s4.json");
    Files.writeString(
        file, String.join("\n", lines("design", "explain", "--preset", "S4", "--json")));
    assertEquals(
        List.of(file + ": (2,4,4,2) uniform G1,G2,G3,G4 AL/AP/APB/PBL, with sizes"),
        lines("design", "validate", file.toString()));
    assertEquals(
        lines("design", "explain", "--preset", "S4").subList(3, 16),
        lines("design", "explain", "--design", file.toString()).subList(3, 16));
  }

  @Test
  void aFilesSizesAreKeptUnlessABudgetIsGiven() throws IOException {
    Path file = folder.resolve("lora.json");
    Files.writeString(
        file,
        String.join(
            "\n", lines("design", "explain", "--preset", "LoRA", "--budget", "0.1%", "--json")));
    List<String> kept = lines("design", "explain", "--design", file.toString());
    assertEquals("budget 18,432, unspent 0", kept.get(2));
    assertEquals("    0     G1       1,536  LoRA 1 query+value", kept.get(4));
    List<String> solved =
        lines("design", "explain", "--design", file.toString(), "--budget", "0.5%");
    assertEquals("    0     G1      13,824  LoRA 9 query+value", solved.get(4));
  }

  @Test
  void aFileForAnotherDepthIsScaledOnlyOnDemand() throws IOException {
    Path file = folder.resolve("short.json");
    Files.writeString(
        file,
        """
        {"schemaVersion": 1, "grouping": {"sizes": [1, 2, 2, 1]},
         "allocation": {"pattern": "uniform", "weights": [1, 1, 1, 1, 1, 1]},
         "tunedGroups": [1, 2, 3, 4], "assignment": ["L", "L", "L", "L"],
         "options": {"adapter": "pfeiffer", "prefix": {"kind": "flat"}, "lora": ["query", "value"]}}
        """);
    Session session = Session.withoutWork();
    assertEquals(1, session.run("design", "explain", "--design", file.toString()));
    assertEquals(
        List.of(
            "spindle: "
                + file
                + ": the design has 6 layers but the backbone has 12; --scale makes it fit"),
        session.err());
    assertEquals(
        file + ": (2,4,4,2) uniform G1,G2,G3,G4 L/L/L/L",
        lines("design", "explain", "--design", file.toString(), "--scale").getFirst());
  }

  @Test
  void anExplanationCountsEveryLayer() {
    List<String> lines = lines("design", "explain", "--preset", "LoRA");
    assertEquals("LoRA: (12) uniform G1 L", lines.get(0));
    assertEquals("layer  group  parameters  modules", lines.get(3));
    assertEquals("    0     G1      13,824  LoRA 9 query+value", lines.get(4));
    assertEquals(16, lines.size());
  }

  @Test
  void aBrokenDesignNamesItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), "{\n\"schemaVersion\": 7}");
    Session session = Session.withoutWork();
    assertEquals(1, session.run("design", "validate", file.toString()));
    assertEquals(1, session.err().size());
    assertTrue(session.err().getFirst().contains("broken.json, line 2"), session.err().getFirst());
  }

  @Test
  void anUnknownChoiceIsWrongUsage() {
    Session session = Session.withoutWork();
    assertEquals(2, session.run("design", "count", "--grouping", "round"));
    assertEquals(
        List.of(
            "spindle: unknown choice \"round\" (known: increasing, uniform, decreasing, spindle,"
                + " bottleneck) (see spindle design count --help)"),
        session.err());
  }

  private static void assertCount(String line, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "design";
    arguments[1] = "count";
    System.arraycopy(options, 0, arguments, 2, options.length);
    assertEquals(List.of(line), lines(arguments));
  }

  private static List<String> lines(String... arguments) {
    Session session = Session.withoutWork();
    assertEquals(0, session.run(arguments), () -> session.err().toString());
    return session.out();
  }
}
