package dev.garrison.job.history;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/**
 * The database of jobs and their history. One process has its file open; others speak to that one
 * over a connection that only this computer can make, and that takes the key in the service's
 * folder.
 */
public final class HistoryDatabase implements AutoCloseable {
  /** H2 reads it once, when its first class is loaded. */
  private static final String BIND_ADDRESS = "h2.bindAddress";

  private static final String LOOPBACK = "127.0.0.1";
  private static final String NAME = "history";
  private static final int CONNECTIONS = 12;

  private final ServiceFolder folder;
  private final JdbcConnectionPool pool;
  private final Jdbi jdbi;
  private Optional<Server> server = Optional.empty();

  private HistoryDatabase(ServiceFolder folder, JdbcConnectionPool pool) {
    this.folder = folder;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerColumnMapper(Instant.class, INSTANT);
  }

  /**
   * Opens the file, and makes it or brings it up to date where needed. Whoever does holds the
   * folder's lock.
   *
   * @throws RefusalException where it cannot be used, or was written by a later version
   */
  public static HistoryDatabase open(ServiceFolder folder) {
    Path file = folder.path().toAbsolutePath().resolve(NAME);
    if (file.toString().contains(";")) {
      throw ServiceFolder.unusable(file, new IllegalArgumentException("its path has a semicolon"));
    }
    JdbcConnectionPool pool =
        pool(folder, "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    try {
      requireAnswer(pool);
      migrate(pool);
      return new HistoryDatabase(folder, pool);
    } catch (SQLException | FlywayException e) {
      pool.dispose();
      throw e instanceof FlywayValidateException ? newer(file, e) : ServiceFolder.unusable(file, e);
    }
  }

  /** Reaches the database through the process that has it open, where that one lets others in. */
  public static Optional<HistoryDatabase> reach(ServiceFolder folder) {
    Optional<Integer> port = folder.port();
    if (port.isEmpty()) {
      return Optional.empty();
    }
    JdbcConnectionPool pool =
        pool(folder, "jdbc:h2:tcp://%s:%d/%s".formatted(LOOPBACK, port.get(), NAME));
    try {
      requireAnswer(pool);
      return Optional.of(new HistoryDatabase(folder, pool));
    } catch (SQLException goneMeanwhile) {
      pool.dispose();
      return Optional.empty();
    }
  }

  private static JdbcConnectionPool pool(ServiceFolder folder, String url) {
    if (System.getProperty(BIND_ADDRESS) == null) {
      System.setProperty(BIND_ADDRESS, LOOPBACK);
    }
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(url, "garrison", folder.key(new SecureRandom()));
    pool.setMaxConnections(CONNECTIONS);
    return pool;
  }

  private static void requireAnswer(JdbcConnectionPool pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.isValid(0);
    }
  }

  /** Lets other processes of this user in until this is closed. */
  public void publish() {
    try {
      Server started =
          Server.createTcpServer(
                  "-tcpPort",
                  "0",
                  "-baseDir",
                  folder.path().toAbsolutePath().toString(),
                  "-tcpDaemon")
              .start();
      folder.publish(started.getPort());
      server = Optional.of(started);
    } catch (SQLException e) {
      throw ServiceFolder.unusable(folder.path(), e);
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

  private static RefusalException newer(Path file, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            JobCode.HISTORY_NEWER,
            "The history of jobs in %s was written by a later version of Garrison.".formatted(file),
            "Run that version, or put back the backup that was made before it. Nothing was changed."),
        cause);
  }

  /**
   * Lets go of the jobs that a process which is no more was at, so that they are run again at once.
   * Whoever does this holds the folder's lock, and runs none yet.
   */
  public void releaseJobs() {
    jdbi.useHandle(handle ->
        handle.execute(
            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked = true"));
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** For the scheduler, which keeps its own table in it. */
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    server.ifPresent(started -> {
      folder.unpublish();
      started.stop();
    });
    pool.dispose();
  }

  private static final ColumnMapper<Instant> INSTANT =
      (rows, column, _) -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      };

  /** As UTC: the time that comes twice in autumn is two times. */
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
