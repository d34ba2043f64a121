package spindle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The form of the source text, which byte code does not show.
final class SourceShapeTest {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final int LONGEST = 400;
  private static final long LARGEST_TEXT = 1 << 20;
  private static final Set<String> SKIPPED = Set.of(".git", ".idea", ".vscode", "target");
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|py|md|xml|json|jsonl|fxml|css|properties|txt|tsv|csv|sh|yml|svg)"
              + "|run|\\.(editorconfig|gitattributes|gitignore)");
  private static final Pattern CODE = Pattern.compile(".*\\.(java|py|md|xml|fxml|css|sh)|run");
  // built from parts, for this file is looked at too
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\b("
              + String.join("|", "TO" + "DO", "FIX" + "ME", "XX" + "X")
              + ")\\b"
              + "|@Dis"
              + "abled");
  private static final Pattern FOREIGN_PATH =
      Pattern.compile("(?<![\\w.$}])/(" + String.join("|", "work", "opt", "tmp/wt", "root") + ")/");
  private static final Pattern TYPE =
      Pattern.compile(
          "\\s*(public |protected |static |final |sealed |non-sealed |abstract )*"
              + "(class|interface|enum|record|@interface) [A-Z]\\w*.*");

  @Test
  void noJavaFileIsLongerThan400Lines() {
    assertEquals(
        List.of(),
        files(Path.of("src"), Pattern.compile(".*\\.java")).stream()
            .filter(file -> lines(file).size() > LONGEST)
            .toList());
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<Path> unmarked = new TreeSet<>();
    for (Path file : files(MAIN, Pattern.compile(".*\\.java"))) {
      Path info = file.resolveSibling("package-info.java");
      if (!Files.exists(info) || !lines(info).contains("@NullMarked")) {
        unmarked.add(info);
      }
    }
    assertEquals(Set.of(), unmarked);
  }

  @Test
  void nothingIsLeftForLater() {
    assertEquals(List.of(), linesThat(UNFINISHED, CODE));
  }

  @Test
  void noTextKnowsTheMachineItWasWrittenOn() {
    assertEquals(List.of(), linesThat(FOREIGN_PATH, TEXT));
  }

  @Test
  void everyTypeSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    for (Path file : files(MAIN, Pattern.compile(".*\\.java"))) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (TYPE.matcher(lines.get(i)).matches() && !isDocumented(lines, i)) {
          silent.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  @Test
  void theTreeIsLookedAt() {
    assertFalse(files(MAIN, Pattern.compile(".*\\.java")).isEmpty());
    assertFalse(files(Path.of(""), TEXT).isEmpty());
  }

  private static boolean isDocumented(List<String> lines, int type) {
    int above = type - 1;
    while (above >= 0 && lines.get(above).strip().startsWith("@")) {
      above--;
    }
    return above >= 0 && lines.get(above).strip().startsWith("///");
  }

  private static List<String> linesThat(Pattern match, Pattern names) {
    List<String> found = new ArrayList<>();
    for (Path file : files(Path.of(""), names)) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (match.matcher(lines.get(i)).find()) {
          found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path root, Pattern names) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.getFileName() != null
                      && SKIPPED.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.size() < LARGEST_TEXT
                  && names.matcher(file.getFileName().toString()).matches()) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
