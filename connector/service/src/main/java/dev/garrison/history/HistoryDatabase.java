package dev.garrison.history;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.change.HistoryChanges;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.job.JobCode;
import dev.garrison.language.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** The database of jobs and their history. Only one process at a time has its file open. */
public final class HistoryDatabase implements AutoCloseable {
  private static final String NAME = "history";
  private static final String OWNER = "garrison";
  private static final int CONNECTIONS = 12;

  private final ServiceFolder folder;
  private final JdbcConnectionPool pool;
  private final Jdbi jdbi;
  private final HistoryChanges changes = new HistoryChanges(System.currentTimeMillis());

  private HistoryDatabase(ServiceFolder folder, JdbcConnectionPool pool) {
    this.folder = folder;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerColumnMapper(Instant.class, INSTANT);
  }

  /**
   * Opens the file, and creates or migrates it where needed. The caller holds the folder's lock.
   *
   * @throws RefusalException where it cannot be used, or was written by a later version
   */
  public static HistoryDatabase open(ServiceFolder folder) {
    Path file = path(folder);
    folder.unpublish(); // a process that was killed could not
    boolean isThere = Files.exists(file.resolveSibling(NAME + ".mv.db"));
    JdbcConnectionPool pool =
        pool(
            "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0",
            OWNER,
            folder.key(isThere));
    try {
      requireAnswer(pool);
      migrate(pool);
      dropVisitor(pool);
      return new HistoryDatabase(folder, pool);
    } catch (SQLException | FlywayException e) {
      pool.dispose();
      throw e instanceof FlywayValidateException ? newer(file, e) : ServiceFolder.unusable(file, e);
    } catch (RuntimeException | Error fault) {
      pool.dispose();
      throw fault;
    }
  }

  /**
   * Opens the file for reading only. The file and its folder are not changed, and tables of an
   * earlier version stay as they are. The caller holds the folder's lock.
   *
   * @throws RefusalException where it cannot be used
   */
  public static HistoryDatabase read(ServiceFolder folder) {
    Path file = path(folder);
    JdbcConnectionPool pool =
        pool(
            "jdbc:h2:file:"
                + file
                + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
            OWNER,
            folder.key(true));
    try {
      requireAnswer(pool);
      return new HistoryDatabase(folder, pool);
    } catch (SQLException e) {
      pool.dispose();
      throw ServiceFolder.unusable(file, e);
    } catch (RuntimeException | Error fault) {
      pool.dispose();
      throw fault;
    }
  }

  private static Path path(ServiceFolder folder) {
    Path file = folder.path().toAbsolutePath().resolve(NAME);
    if (file.toString().contains(";")) {
      throw ServiceFolder.unusable(file, new IllegalArgumentException("its path has a semicolon"));
    }
    return file;
  }

  private static JdbcConnectionPool pool(String url, String user, String password) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, user, password);
    pool.setMaxConnections(CONNECTIONS);
    return pool;
  }

  private static void requireAnswer(JdbcConnectionPool pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.isValid(0);
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:dev/garrison/history")
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  /**
   * Removes the database user through which earlier versions let other users of this computer in.
   */
  private static void dropVisitor(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop user if exists visitor");
    }
  }

  private static RefusalException newer(Path file, Exception cause) {
    return new RefusalException(
        Diagnostic.error(JobCode.HISTORY_NEWER, Message.of("history.newer", "file", file)), cause);
  }

  /**
   * Releases the jobs of a process that has ended, so that they are run again at once. The caller
   * holds the folder's lock, and runs no jobs yet.
   */
  public void releaseJobs() {
    with(handle ->
        handle.execute(
            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked = true"));
  }

  /** The number of the newest migration that was applied to its tables. */
  public String schemaVersion() {
    return with(handle ->
        handle
            .createQuery(
                "select \"version\" from \"flyway_schema_history\" where \"success\" = true order by \"installed_rank\" desc limit 1")
            .mapTo(String.class)
            .findOne()
            .orElse("none"));
  }

  /** Whether the database answers. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException gone) {
      return false;
    }
  }

  /**
   * Queries the database, or makes one change.
   *
   * @throws RefusalException where it does not answer
   */
  <T> T with(Function<Handle, T> work) {
    return answered(() -> jdbi.withHandle(work::apply));
  }

  /**
   * Makes several changes in one transaction.
   *
   * @throws RefusalException where it does not answer
   */
  <T> T change(Function<Handle, T> work) {
    return answered(() -> jdbi.inTransaction(work::apply));
  }

  /**
   * Makes several changes in one transaction, and announces them after it.
   *
   * @throws RefusalException where it does not answer
   */
  <T> T change(Set<HistoryPart> parts, Function<Handle, T> work) {
    T result = change(work);
    changes.made(parts);
    return result;
  }

  /** The changes that were made by this process. */
  public HistoryChanges changes() {
    return changes;
  }

  private <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw ServiceFolder.unusable(
          folder.path(), e.getCause() instanceof SQLException cause ? cause : e);
    }
  }

  /** The database for the scheduler, which has its own table in it. */
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.dispose();
  }

  private static final ColumnMapper<Instant> INSTANT =
      (rows, column, _) -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      };

  /**
   * Stores times as UTC, because the hour that is repeated in autumn would otherwise be ambiguous.
   */
  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, _) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
