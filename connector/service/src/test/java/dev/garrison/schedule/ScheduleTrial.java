package dev.garrison.schedule;

import dev.garrison.connection.resilience.CircuitBreakers;
import dev.garrison.history.History;
import dev.garrison.history.OpenHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.jobaccess.JobAccessServer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.Sessions;
import dev.garrison.state.StateFolder;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.work.JobPlaces;
import dev.garrison.work.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The jobs of a manifest whose site, servers and packages are what a test makes of them. */
public abstract class ScheduleTrial {
  private static final Path MINIMAL =
      Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir protected Path folder;
  protected Clock clock = Clock.fixed(Instant.parse("2026-11-24T21:00:00Z"), ZoneOffset.UTC);
  Path file = Path.of("unset");

  @BeforeEach
  void writeManifest() throws IOException {
    file = folder.resolve("garrison.yaml");
    Files.writeString(
        file,
        Files.readString(MINIMAL)
            + "jobs:\n  schedules:\n    - {job: expiry, cron: \"0 * * * *\"}\n");
  }

  final ServiceFolder service() {
    return ServiceFolder.in(new StateFolder(folder.resolve("state")));
  }

  /** Jobs whose packages and sites, asked for them, do this. */
  final Function<History, JobRunner> running(Runnable asked) {
    return history ->
        new JobRunner(
            new JobPlaces(
                file,
                Optional.of(folder.resolve("state")),
                new AskedSessions(asked),
                _ -> {
                  throw new AssertionError("no update server is asked");
                },
                (_, _) -> {
                  asked.run();
                  throw new AssertionError("it goes no further");
                },
                clock,
                _ -> {}),
            history,
            "tester");
  }

  /** What tells webhooks, where a test has some. */
  protected Notices telling(Manifest manifest, History history, NoticeListener listener) {
    throw new AssertionError("no webhook is told");
  }

  final JobSchedule.Settings settings(Function<History, JobRunner> running) {
    ManifestResult read = new ManifestReader().read(file, DAY);
    return new JobSchedule.Settings(
        read.manifest(),
        new ManifestWatch(read.digest(), read::digest, clock),
        service(),
        running,
        (history, listener) -> telling(read.manifest(), history, listener),
        JobAccessServer::open,
        "tester",
        clock,
        new CircuitBreakers());
  }

  protected final JobSchedule schedule(Runnable asked) throws InterruptedException {
    return open(settings(running(asked)));
  }

  static JobSchedule open(JobSchedule.Settings settings) throws InterruptedException {
    return JobSchedule.of(
        settings, OpenHistory.open(settings.folder(), settings.who(), settings.clock(), _ -> {}));
  }

  private record AskedSessions(Runnable asked) implements Sessions {
    @Override
    public OpenSession open(Path manifest, Optional<Path> state, Part part) {
      asked.run();
      throw new AssertionError("it goes no further");
    }

    @Override
    public OpenSession openAs(Path manifest, String text, Optional<Path> state) {
      throw new AssertionError("nothing is tried");
    }
  }
}
