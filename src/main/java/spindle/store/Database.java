package spindle.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spindle.study.StoreException;

/// A connection to a study file.
///
/// Safe for use by several threads, one call at a time. The driver stays in autocommit mode, as
/// otherwise it would hold the write lock between transactions; [#together] begins and ends them.
final class Database implements AutoCloseable {

  private final Path file;
  private final Connection connection;
  private boolean inTransaction;
  private long changes;

  /// What a connection is for.
  enum Access {
    /// Reading.
    READ("rw"),
    /// Reading in a folder that may not be written, or a file that may not.
    READ_PROTECTED("ro"),
    /// As `READ_PROTECTED`, when nobody else has the file open.
    READ_ALONE("ro&immutable=1"),
    /// Reading and writing.
    WRITE("rw"),
    /// Reading and writing a file that may not exist yet.
    CREATE("rwc");

    private final String mode;

    Access(String mode) {
      this.mode = mode;
    }
  }

  /// What is made of a row of a result.
  @FunctionalInterface
  interface Row<T> {

    /// Returns what the row holds.
    T read(ResultSet row) throws SQLException;
  }

  /// What is done with a row of a result.
  @FunctionalInterface
  interface Visit {

    /// Looks at the row.
    void row(ResultSet row) throws SQLException;
  }

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Opens a file.
  static Database open(Path file, Access access) {
    // as a URI, for the driver would take a question mark in a path for the start of settings
    String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=" + access.mode;
    Database database;
    try {
      database = new Database(file, DriverManager.getConnection(url));
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
    try {
      database.prepare(access);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void prepare(Access access) {
    run("PRAGMA busy_timeout=10000");
    switch (access) {
      case READ, READ_PROTECTED, READ_ALONE -> run("PRAGMA query_only=1");
      case WRITE, CREATE -> {
        run("PRAGMA synchronous=FULL");
        run("PRAGMA foreign_keys=1");
        run("PRAGMA journal_size_limit=67108864");
      }
    }
    // the first look into the file, which finds out whether it can be read at all
    list("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1));
  }

  /// Returns the file.
  Path file() {
    return file;
  }

  /// Returns the rows of a query.
  <T> List<T> list(String sql, Row<T> read, Object... values) {
    List<T> all = new ArrayList<>();
    each(sql, row -> all.add(read.read(row)), values);
    return List.copyOf(all);
  }

  /// Visits the rows of a query, one at a time.
  synchronized void each(String sql, Visit visit, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        visit.row(rows);
      }
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  /// Returns the first row of a query; empty if there is none.
  <T> Optional<T> first(String sql, Row<T> read, Object... values) {
    return list(sql, read, values).stream().findFirst();
  }

  /// Returns the answer of a query that has one row with a number.
  long number(String sql, Object... values) {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /// Runs statements without values, separated by semicolons.
  synchronized void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  /// Changes rows and returns how many.
  synchronized int change(String sql, @Nullable Object... values) {
    changes++;
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  /// Runs one statement with many rows of values.
  synchronized void changeAll(String sql, List<@Nullable Object[]> rows) {
    changes++;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] values : rows) {
        set(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  /// Runs work in a transaction that holds the write lock from its start; all that it writes is
  /// recorded when this returns, or nothing. Within itself it joins the transaction.
  synchronized <T> T together(Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    run("BEGIN IMMEDIATE");
    inTransaction = true;
    boolean committed = false;
    try {
      T result = work.get();
      run("COMMIT");
      committed = true;
      return result;
    } finally {
      inTransaction = false;
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      run("ROLLBACK");
    } catch (StoreException e) {
      // a full disk or a failed read has ended the transaction already: nothing is left to undo
    }
  }

  /// Returns a number that differs from the one before if the file was changed in between.
  synchronized long version() {
    return changes + number("PRAGMA data_version");
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      set(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
