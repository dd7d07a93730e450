package dev.garrison.notice.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.job.history.HistoryDatabase;
import dev.garrison.job.history.Outbox;
import dev.garrison.job.history.RunHistory;
import dev.garrison.job.history.ServiceFolder;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.notice.post.FakeReceiver.Answer;
import dev.garrison.notice.post.FakeReceiver.Received;
import dev.garrison.record.StateFolder;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.TestAuthority;
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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the end of a run to a receiver, each step taken by hand. */
final class NoticesIT {
  private static final Path MINIMAL =
      Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml");
  private static final String SECRET = "H00k-s3cret-of-the-receiver";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Finding> DRIFT =
      List.of(new Finding("GAR-0501", "error", "The folder 'x' differs.", "Look at it."));

  @TempDir private Path folder;
  private final FakeReceiver receiver = new FakeReceiver(SECRET);
  private final List<Diagnostic> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T21:00:00Z");
  private HistoryDatabase database;
  private WebhookPost post;
  private Notices notices;
  private Manifest manifest;

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

  private static String webhook(String url, String more) {
    return "  - {name: ops, url: \"%s\", secret: \"env:HOOK\"%s}\n".formatted(url, more);
  }

  private void serve(String webhooks) {
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
    notices = new Notices(manifest, database, post, told::add, () -> now);
  }

  private Manifest manifest(String webhooks) {
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

  private void run(JobKind job, JobOutcome outcome, List<Finding> findings) {
    RunHistory runs = new RunHistory(database, new Json());
    long run = runs.begin(job, JobRun.Reason.SCHEDULE, "tester", JobMode.PLAN_ONLY, now);
    runs.end(
        run,
        job,
        new JobReport(outcome, "as told", findings, Optional.empty(), List.of(), false),
        now);
  }

  private void round() {
    notices.round();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    round();
  }

  @Test
  void aRunIsToldInOneSignedMessage() {
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    Received message = receiver.received().getFirst();
    assertThat(message.signed()).isTrue();
    assertThat(message.time()).isEqualTo(now.getEpochSecond());
    assertThat(message.type()).isEqualTo("application/json; charset=UTF-8");
    assertThat(message.body())
        .isEqualTo(
            new Json()
                .parse(
                    """
                    {"format": "garrison-notice/1", "kind": "run", "id": "PS1-run-1-1795554000",
                     "manifest": "contoso-prod", "site": "PS1", "at": "2026-11-24T21:00:00Z",
                     "title": "contoso-prod: drift, run 1: drift 1",
                     "run": {"run": 1, "job": "drift", "outcome": "findings", "summary": "as told", "journals": [],
                       "started": "2026-11-24T21:00:00Z", "ended": "2026-11-24T21:00:00Z"},
                     "findings": [{"kind": "drift", "of": "drift", "state": "new",
                       "since": "2026-11-24T21:00:00Z", "code": "GAR-0501", "severity": "error",
                       "problem": "The folder 'x' differs.", "remedy": "Look at it."}],
                     "more": 0}
                    """));
  }

  @Test
  void repeatedDriftIsToldOnceAndItsEndToo() {
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    for (int hour = 0; hour < 5; hour++) {
      run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
      pass(HOUR);
    }
    run(JobKind.DRIFT, JobOutcome.DONE, List.of());
    round();
    round();
    assertThat(receiver.titles())
        .containsExactly(
            "contoso-prod: drift, run 1: drift 1",
            "contoso-prod: drift is well again (recovery 1)");
  }

  @Test
  void aWebhookHearsWhatItAskedForAlone() {
    serve(webhook(receiver.address(), ", on: [failure, recovery]"));
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    run(JobKind.DRIFT, JobOutcome.FAILED, List.of());
    run(JobKind.DRIFT, JobOutcome.DONE, List.of());
    round();
    assertThat(receiver.titles())
        .containsExactly(
            "contoso-prod: drift, run 2: failure 1",
            "contoso-prod: drift is well again (recovery 1)");
  }

  @Test
  void whatWasDecidedAndNotSentIsSentAfterARestartAndOnce() {
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    notices.takeIn();
    database.close();
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    serve(webhook(receiver.address(), ""));
    round();
    database.close();
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    serve(webhook(receiver.address(), ""));
    round();
    assertThat(receiver.titles()).containsExactly("contoso-prod: rollout, run 1: failure 1");
  }

  @Test
  void aRunThatEndedBeforeItWasDecidedAboutIsToldAfterARestart() {
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    database.close();
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    serve(webhook(receiver.address(), ""));
    round();
    assertThat(receiver.titles()).hasSize(1);
  }

  @Test
  void whatIsOlderThanADayIsToldByTheNextRunThatStillSeesIt() {
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    pass(Duration.ofDays(2));
    assertThat(receiver.titles()).isEmpty();
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    assertThat(receiver.titles()).containsExactly("contoso-prod: drift, run 2: drift 1");
  }

  @Test
  void aReceiverThatFailsIsTriedAgainLaterAndLater() {
    receiver.answer(Answer.of(500, "out\u001b[31m of  order"), Answer.of(503, ""));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    round();
    pass(Duration.ofSeconds(59));
    assertThat(receiver.received()).hasSize(1);
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(119));
    assertThat(receiver.received()).hasSize(2);
    pass(Duration.ofSeconds(1));
    pass(Duration.ofHours(3));
    assertThat(receiver.received()).hasSize(3);
    assertThat(told)
        .extracting(Diagnostic::problem)
        .containsExactly(
            "The webhook 'ops' did not take a message (failure 1): answered 500: out [31m of order.");
  }

  @Test
  void aReceiverThatAsksForPatienceGetsItAndNotForEver() {
    receiver.answer(
        new Answer(429, Map.of("Retry-After", "600"), "", () -> {}),
        new Answer(429, Map.of("Retry-After", "999999"), "", () -> {}));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    round();
    pass(Duration.ofSeconds(599));
    assertThat(receiver.received()).hasSize(1);
    pass(Duration.ofSeconds(1));
    pass(Duration.ofMinutes(59));
    assertThat(receiver.received()).hasSize(2);
    pass(Duration.ofMinutes(1));
    assertThat(receiver.received()).hasSize(3);
  }

  @Test
  void aMessageThatIsRefusedDoesNotKeepTheNextOneBack() {
    receiver.answer(Answer.of(400, "no"));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    run(JobKind.DRIFT, JobOutcome.FAILED, List.of());
    round();
    assertThat(receiver.titles())
        .containsExactly(
            "contoso-prod: rollout, run 1: failure 1", "contoso-prod: drift, run 2: failure 1");
  }

  @Test
  void aMessageIsGivenUpAfterADayAndThatIsSaid() {
    serve(webhook("http://127.0.0.1:9", ""));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    run(JobKind.DRIFT, JobOutcome.FAILED, List.of());
    round();
    run(JobKind.STATUS, JobOutcome.FAILED, List.of());
    now = now.plus(Duration.ofSeconds(1));
    for (int hour = 0; hour < 25; hour++) {
      pass(HOUR);
    }
    assertThat(told)
        .extracting(Diagnostic::problem)
        .containsExactly(
            "The webhook 'ops' did not take a message (failure 1): the connection was refused.",
            "3 messages to the webhook 'ops' were given up: for a day they were not taken; at last: the connection was refused.");
    assertThat(new Outbox(database).amiss(now.minus(Duration.ofDays(7))))
        .containsExactly(new Outbox.Tally("ops", 0, 3, "the connection was refused"));
    assertThat(new Outbox(database).amiss(now)).isEmpty();
  }

  @Test
  void moreThanTwelveInAnHourAreToldInOne() {
    for (int index = 0; index < 20; index++) {
      Finding each = new Finding("GAR-05%02d".formatted(index), "error", "It differs.", "Look.");
      run(JobKind.DRIFT, JobOutcome.FINDINGS, List.of(each));
    }
    round();
    assertThat(receiver.titles())
        .hasSize(12)
        .last()
        .isEqualTo("contoso-prod: drift, run 12: drift 1, recovery 1");
    pass(Duration.ofMinutes(59));
    assertThat(receiver.titles()).isEmpty();
    pass(Duration.ofMinutes(2));
    assertThat(receiver.received().getFirst().body().path("summary"))
        .isEqualTo(
            new Json()
                .parse(
                    """
                    {"messages": 8, "from": "2026-11-24T21:00:00Z", "kinds": {"drift": 8, "recovery": 8}}
                    """));
    assertThat(receiver.titles())
        .containsExactly(
            "contoso-prod: 8 messages were too many for an hour; 'garrison job history' has the runs");
    pass(HOUR);
    assertThat(receiver.titles()).isEmpty();
  }

  @Test
  void aReceiverThatIsSlowHoldsNothingUpForLong() {
    CountDownLatch never = new CountDownLatch(1);
    receiver.answer(
        new Answer(
            202,
            Map.of(),
            "",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    round();
    assertThat(told)
        .extracting(Diagnostic::problem)
        .containsExactly("The webhook 'ops' did not take a message (failure 1): it fell silent.");
    never.countDown();
  }

  @Test
  void aReceiverWhoseCertificateNobodyVouchesForGetsNothing() throws IOException {
    TestAuthority.Issued identity =
        TestAuthority.create("Unknown").issue(TestAuthority.Validity.NOW, "localhost");
    try (HttpsStandIn stranger = new HttpsStandIn(identity)) {
      serve(webhook(stranger.address() + "hook", ""));
      run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
      round();
      assertThat(stranger.requests()).isZero();
    }
    assertThat(told.getFirst().problem())
        .startsWith("The webhook 'ops' did not take a message (failure 1): ")
        .contains("[GAR-02");
    assertThat(new Outbox(database).amiss(now))
        .extracting(Outbox.Tally::waiting, Outbox.Tally::givenUp)
        .containsExactly(tuple(1, 0));
  }

  @Test
  void whatIsKeptAsAnAddressMustBeOne() {
    serve("  - {name: ops, url: \"env:HOOK\", secret: \"env:HOOK\"}\n");
    assertThat(WebhookTest.of(manifest, post, now))
        .extracting(test -> test.posted().words())
        .containsExactly(
            "What is kept as the address of the webhook 'ops' is none that Garrison posts to. [GAR-1105]");
  }

  @Test
  void aTestMessageSaysThatItIsOne() {
    assertThat(WebhookTest.of(manifest, post, now))
        .extracting(WebhookTest::arrived)
        .containsExactly(true);
    assertThat(receiver.received().getFirst().signed()).isTrue();
    assertThat(receiver.titles())
        .containsExactly("contoso-prod: this is a test of the webhook 'ops'");
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answer(
        new Answer(307, Map.of("Location", receiver.address() + "/other"), "", () -> {}));
    run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
    round();
    assertThat(receiver.received()).hasSize(1);
    assertThat(told)
        .extracting(Diagnostic::problem)
        .containsExactly(
            "The webhook 'ops' did not take a message (failure 1): answered 307: it redirects, which Garrison does not follow.");
  }

  @Test
  void aCardForTeamsCarriesTheSameWordsAndNoMarkdown() {
    serve("  - {name: teams, url: \"env:KEPT\", format: teams}\n");
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    JsonNode body = receiver.received().getFirst().body();
    assertThat(receiver.received().getFirst().signed()).isFalse();
    assertThat(body.path("type").asText()).isEqualTo("message");
    JsonNode card = body.at("/attachments/0/content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.findValuesAsText("text"))
        .containsExactly(
            "contoso-prod: drift, run 1: drift 1",
            "as told",
            "drift, new: The folder 'x' differs. Look at it. [GAR-0501]",
            "2026-11-24T21:00:00Z, PS1-run-1-1795554000");
  }

  @Test
  void anAddressThatIsKeptSecretIsNotShownWhenTheReceiverEchoesIt() {
    serve("  - {name: teams, url: \"env:KEPT\", format: teams}\n");
    receiver.answer(Answer.of(401, "not allowed: /hook?sig=S1gnature%2F9 or sig=S1gnature/9"));
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    assertThat(told.getFirst().problem())
        .isEqualTo(
            "The webhook 'teams' did not take a message (drift 1): answered 401: not allowed: ***?*** or ***.");
  }

  @Test
  void aMessageToAWebhookThatIsGoneIsGivenUp() {
    receiver.answer(Answer.of(500, ""));
    run(JobKind.DRIFT, JobOutcome.FINDINGS, DRIFT);
    round();
    new Outbox(database).disown(Set.of("other"), now);
    pass(HOUR);
    assertThat(receiver.received()).hasSize(1);
    assertThat(new Outbox(database).amiss(now.minus(HOUR)))
        .containsExactly(
            new Outbox.Tally("ops", 0, 1, "the manifest has no webhook of this name any more"));
  }
}
