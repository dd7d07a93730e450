package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The tables of the history, made in a real PostgreSQL by the same files as in H2. */
final class PortableSchemaIT {
  private static final Path FILES =
      Path.of(System.getProperty("repository.root"))
          .resolve("connector/service/src/main/resources/dev/garrison/history");

  @Test
  void postgresTakesEachMigrationAndHasTheSameTables() throws Exception {
    Assumptions.assumeTrue(Postgres.isThere(), "PostgreSQL is not installed");
    try (Postgres postgres = Postgres.start();
        Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.sorted().toList()) {
        postgres.sql("-f", file.toString());
      }
      assertThat(
              postgres
                  .sql(
                      "-c",
                      "select table_name from information_schema.tables where table_schema = 'public' order by 1")
                  .lines())
          .contains("job_mode", "job_plan", "job_run", "scheduled_tasks", "server_standing");
      postgres.sql(
          "-c",
          "insert into job_run (job, reason, started_by, mode, started, soon, summary, detail) values ('status', 'command', 'somebody', 'enabled', now(), false, '', '{}')");
      assertThat(postgres.sql("-c", "select id, ended is null from job_run")).isEqualTo("1|t\n");
    }
  }
}
