package spindle.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import spindle.study.StoreException;

/// Takes out of a damaged file what can still be read of it, table by table.
///
/// A table is read from its start up to the first damage and from its end down to the last one, so
/// that only what lies between is lost.
final class Salvage {

  /// Tables with the columns by which their rows are ordered; those that others refer to first.
  private static final List<Table> TABLES =
      List.of(
          new Table("study", "id"),
          new Table("path", "number"),
          new Table("trial", "key"),
          new Table("attempt", "id"),
          new Table("provenance", "id"),
          new Table("outcome", "sequence"),
          new Table("set_aside", "sequence"),
          new Table("metric", "attempt, name, step"),
          new Table("event", "number"),
          new Table("command", "number"));

  /// What is left of rows whose other half is lost: their trials are simply not yet trained.
  private static final String HALVES =
      """
      DELETE FROM attempt WHERE trial NOT IN (SELECT key FROM trial);
      DELETE FROM outcome WHERE attempt NOT IN (SELECT id FROM attempt)
        OR provenance NOT IN (SELECT id FROM provenance);
      DELETE FROM set_aside WHERE trial NOT IN (SELECT key FROM trial);
      DELETE FROM metric WHERE attempt NOT IN (SELECT id FROM attempt);
      """;

  private static final int ROWS = 1000;

  private record Table(String name, String key) {

    String descending() {
      return key.replace(",", " DESC,") + " DESC";
    }
  }

  private final Database damaged;
  private final Database copy;

  private Salvage(Database damaged, Database copy) {
    this.damaged = damaged;
    this.copy = copy;
  }

  /// Fills a copy that has the tables and no rows.
  ///
  /// @throws StoreException if the plan or all paths are lost, or the copy cannot be written
  static void take(Database damaged, Database copy) {
    Salvage salvage = new Salvage(damaged, copy);
    copy.run("PRAGMA foreign_keys=0");
    copy.together(() -> {
      TABLES.forEach(salvage::take);
      copy.run(HALVES);
      return TABLES.size();
    });
    for (String needed : List.of("study", "path")) {
      if (copy.number("SELECT count(*) FROM " + needed) == 0) {
        throw Faults.damaged(damaged.file(), "nothing can be read of the table " + needed);
      }
    }
  }

  private void take(Table table) {
    if (!readTo(table.name(), table.key())) {
      readTo(table.name(), table.descending());
    }
  }

  /// Copies rows in an order until the end or the first damage, and says whether it came to the
  /// end.
  private boolean readTo(String table, String order) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    boolean whole = true;
    try {
      damaged.each(
          "SELECT * FROM " + table + " ORDER BY " + order,
          row -> {
            rows.add(values(row));
            if (rows.size() == ROWS) {
              write(table, rows);
            }
          });
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.LATER) {
        throw e;
      }
      whole = false;
    }
    write(table, rows);
    return whole;
  }

  private void write(String table, List<@Nullable Object[]> rows) {
    if (!rows.isEmpty()) {
      String places =
          IntStream.range(0, rows.getFirst().length)
              .mapToObj(_ -> "?")
              .collect(Collectors.joining(", "));
      copy.changeAll("INSERT OR IGNORE INTO " + table + " VALUES (" + places + ")", rows);
      rows.clear();
    }
  }

  private static @Nullable Object[] values(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[row.getMetaData().getColumnCount()];
    for (int column = 0; column < values.length; column++) {
      values[column] = row.getObject(column + 1);
    }
    return values;
  }
}
