package dev.garrison.webhook;

import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A history, a manifest with webhooks, and a receiver; each step is taken by hand. */
abstract class NoticeTrial {
  static final Path MINIMAL =
      Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml");
  static final String SECRET = "H00k-s3cret-of-the-receiver";
  static final Duration HOUR = Duration.ofHours(1);
  static final List<Finding> DRIFT =
      List.of(new Finding("GAR-0501", "error", "The folder 'x' differs.", "Look at it."));

  @TempDir Path folder;
  final FakeReceiver receiver = new FakeReceiver(SECRET);
  final List<Diagnostic> told = new ArrayList<>();
  Instant now = Instant.parse("2026-11-24T21:00:00Z");
  HistoryDatabase database;
  WebhookPost post;
  Notices notices;
  Manifest manifest;

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    serve(webhook(receiver.address(), ""));
  }

  @AfterEach
  void close() {
    database.close();
    receiver.close();
  }

  static String webhook(String url, String more) {
    return "  - {name: ops, url: \"%s\", secret: \"env:HOOK\"%s}\n".formatted(url, more);
  }

  final void serve(String webhooks) {
    post =
        new WebhookPost(
            new SchemeSecretStore(
                Map.of("HOOK", SECRET, "KEPT", receiver.address() + "?sig=S1gnature%2F9"),
                folder,
                _ -> Optional.empty()),
            _ -> Trust.SYSTEM,
            () -> now,
            new Timeouts(
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2)));
    manifest = manifest(webhooks);
    notices = new Notices(manifest, new History(database), post, told::add, () -> now);
  }

  final Manifest manifest(String webhooks) {
    try {
      Path file = folder.resolve("garrison.yaml");
      Files.writeString(
          file,
          Files.readString(MINIMAL).replace("name: minimal", "name: contoso-prod")
              + "notifications:\n"
              + webhooks);
      return new ManifestReader().read(file, LocalDate.of(2026, 11, 24)).manifest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final void run(JobKind job, JobOutcome outcome, List<Finding> findings) {
    RunHistory runs = new RunHistory(database, new Json());
    long run = runs.begin(job, JobRun.Reason.SCHEDULE, "tester", JobMode.PLAN_ONLY, now);
    runs.end(
        run,
        job,
        new JobReport(outcome, "as told", findings, Optional.empty(), List.of(), false),
        now);
  }

  final void round() {
    notices.round();
  }

  final void pass(Duration time) {
    now = now.plus(time);
    round();
  }
}
