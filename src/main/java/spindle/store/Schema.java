package spindle.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;

/// The tables of a study file, made by numbered scripts: script `n` leads from version `n - 1` to
/// version `n`. A script that was released is never changed.
///
/// @param scripts the first one makes the tables
record Schema(List<String> scripts) {

  private static final List<String> FILES = List.of("1.sql");

  /// Copies the list.
  Schema {
    scripts = List.copyOf(scripts);
  }

  /// Returns the tables that this program knows.
  static Schema current() {
    return new Schema(FILES.stream().map(Schema::script).toList());
  }

  /// Returns the tables as they were in an earlier version.
  Schema upTo(int version) {
    return new Schema(scripts.subList(0, version));
  }

  /// Returns the version that the scripts lead to.
  int version() {
    return scripts.size();
  }

  /// Makes the tables in an empty file.
  void create(Database empty) {
    empty.together(() -> {
      empty.run("PRAGMA application_id=" + FileHeader.APPLICATION);
      advance(empty, 0);
      return version();
    });
  }

  /// Returns the version of a file.
  static int of(Database database) {
    return (int) database.number("PRAGMA user_version");
  }

  /// Checks that a file is not newer than this program.
  ///
  /// @throws StoreException if it is
  void requireKnown(Database database) {
    int found = of(database);
    if (found > version()) {
      throw Faults.sentence(Kind.UNUSABLE, database.file(), newer(found) + "; update Spindle");
    }
  }

  /// Returns what is said of a file of a newer version.
  String newer(int found) {
    return "was written by a newer Spindle (its format is "
        + found
        + ", this one knows "
        + version()
        + ")";
  }

  /// Brings a file to this version, after a copy of it as it was has been saved beside it.
  ///
  /// @throws StoreException if it cannot; the file is then as it was
  void upgrade(Database database) {
    int found = of(database);
    if (found < version()) {
      saveCopy(database, found);
      database.together(() -> {
        advance(database, of(database));
        return version();
      });
    }
  }

  private void advance(Database database, int from) {
    for (int next = from; next < version(); next++) {
      database.run(scripts.get(next));
    }
    database.run("PRAGMA user_version=" + version());
  }

  private static void saveCopy(Database database, int version) {
    Path file = database.file();
    Path copy = file.resolveSibling(file.getFileName() + ".version-" + version);
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw Faults.because(
          e, Kind.UNUSABLE, copy, "is in the way of a copy; remove it and try again");
    }
    database.change("VACUUM INTO ?", copy.toString());
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its part store/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
