package spindle.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.Design;
import spindle.design.DesignSpace;
import spindle.design.Preset;

class DesignFileTest {

  @Test
  void aDesignWithItsSizesComesBackFromItsFile(@TempDir Path folder) {
    DesignFile file = new DesignFile(Samples.s4(), Optional.of(Samples.plan()));
    Path path = folder.resolve("design.json");
    file.write(path);
    assertEquals(file, DesignFile.read(path));
    assertEquals(List.of(path), listing(folder));
  }

  @Test
  void anyDrawnDesignComesBack() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      Design design = DesignSpace.s0(12).sample(random);
      DesignFile file = DesignFile.of(design);
      assertEquals(file, DesignFile.parse(Json.pretty(file), "x"));
      assertEquals(design, Json.read(Json.line(design), Design.class));
    }
  }

  @Test
  void theFileReadsAsDocumented() {
    assertEquals(
        """
        {
          "schemaVersion": 1,
          "grouping": {"pattern": "spindle", "sizes": [1, 2, 2, 1]},
          "allocation": {"pattern": "uniform", "weights": [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]},
          "tunedGroups": [1, 2, 3, 4],
          "assignment": ["AL", "AP", "APB", "PBL"],
          "options": {"adapter": "pfeiffer", "prefix": {"kind": "flat"}, "lora": ["query", "value"]},
          "layers": [
            {
              "layer": 0,
              "group": 1,
              "modules": [
                {"kind": "adapter", "width": 16, "placement": "pfeiffer"},
                {"kind": "lora", "rank": 8, "matrices": ["query", "value"]}
              ]
            },
        """,
        text().lines().limit(16).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void aFileMayLeaveOutThePatternAndTheSizes() {
    String text =
        """
        {"schemaVersion": 1, "grouping": {"sizes": [1, 3]},
         "allocation": {"pattern": "custom", "weights": [1, 2, 3, 0.5]}, "tunedGroups": [2],
         "assignment": ["a", "LB"],
         "options": {"adapter": "houlsby", "prefix": {"kind": "reparametrised", "width": 64},
                     "lora": ["feed-forward-in"]}}
        """;
    Design design = DesignFile.parse(text, "x").design();
    assertEquals("(1,3) custom G2 A/BL", design.toString());
  }

  @Test
  void whatIsWrongIsNamedWithFileLineAndField(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("design.json");
    Files.writeString(path, text().replace("\"APB\"", "\"APX\""));
    var error = assertThrows(JsonException.class, () -> DesignFile.read(path));
    assertEquals(
        "design.json, line 6, column 30, field assignment[2]: unknown strategy \"X\" (known: A, P,"
            + " B, L)",
        error.getMessage());
  }

  @Test
  void contradictionsInAFileAreNamed() {
    assertRefused(
        "d, line 3, column 15, field grouping: the sizes [1, 2, 2, 1] are not uniform",
        text().replace("\"spindle\"", "\"uniform\""));
    assertRefused(
        "d, line 1, column 1: layer 0 has modules for AL but the design gives it AP",
        text().replace("\"AL\"", "\"PA\""));
    assertRefused(
        "d, line 1, column 1: layer 0 is listed in group 2 but the grouping puts it in 1",
        text().replaceFirst("\"group\": 1", "\"group\": 2"));
    assertRefused(
        "d, line 1, column 1: layer 5 has modules for PBL but the design gives it no strategy",
        text().replace("[1, 2, 3, 4]", "[1, 2, 3]"));
    assertRefused(
        "d, line 5, column 18, field tunedGroups: a group comes twice: [1, 2, 3, 3]",
        text().replace("[1, 2, 3, 4]", "[1, 2, 3, 3]"));
    assertRefused(
        "d, line 1, column 1: the allocation has 6 layers but the grouping (1,2,2,2) has 7",
        text()
            .replace(
                "\"pattern\": \"spindle\", \"sizes\": [1, 2, 2, 1]", "\"sizes\": [1, 2, 2, 2]"));
    assertRefused(
        "d, line 7, column 74, field options.lora: an entry comes twice",
        text()
            .replaceFirst(
                "\"lora\": \\[\"query\", \"value\"]", "\"lora\": [\"query\", \"query\"]"));
  }

  @Test
  void anotherVersionIsRefusedBeforeItsUnknownFields() {
    assertRefused(
        "d, line 2, column 20, field schemaVersion: schema version 2 is not one that this program"
            + " reads (1)",
        text().replace("\"schemaVersion\": 1", "\"schemaVersion\": 2").replace("group", "gruppe"));
  }

  @Test
  void aFileThatCannotBeReadOrWrittenIsNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("none.json");
    assertEquals(
        "none.json: cannot be read: there is no such file or folder",
        assertThrows(JsonException.class, () -> DesignFile.read(missing)).getMessage());
    Path latin = folder.resolve("latin.json");
    Files.write(latin, new byte[] {'"', (byte) 0xe9, '"'});
    assertEquals(
        "latin.json: is not text in UTF-8",
        assertThrows(JsonException.class, () -> DesignFile.read(latin)).getMessage());
    Path nowhere = folder.resolve("no/folder.json");
    assertThrows(JsonException.class, () -> DesignFile.of(Samples.s4()).write(nowhere));
    assertEquals(List.of(latin), listing(folder));
  }

  @Test
  void aByteOrderMarkDoesNotMatter(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("design.json");
    Files.writeString(path, "\uFEFF" + text());
    assertEquals(Samples.s4(), DesignFile.read(path).design());
  }

  @Test
  void anExistingFileSurvivesAFailedWrite(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("design.json");
    Files.createDirectories(path.resolve("in the way"));
    assertThrows(JsonException.class, () -> DesignFile.of(Samples.s4()).write(path));
    assertTrue(Files.isDirectory(path.resolve("in the way")));
    assertEquals(List.of(path), listing(folder));
  }

  @Test
  void everyPresetHasAFile() {
    for (Preset preset : Preset.values()) {
      preset
          .design(12)
          .map(DesignFile::of)
          .ifPresent(file -> assertEquals(file, DesignFile.parse(Json.pretty(file), "d")));
    }
  }

  static String text() {
    return Json.pretty(new DesignFile(Samples.s4(), Optional.of(Samples.plan())));
  }

  private static List<Path> listing(Path folder) {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertRefused(String message, String text) {
    var error = assertThrows(JsonException.class, () -> DesignFile.parse(text, "d"));
    assertEquals(message, error.getMessage());
  }
}
