package dev.garrison.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.Outbox;
import dev.garrison.history.ProblemHistory;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.notice.Message;
import dev.garrison.state.StateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages to a webhook whose certificate nobody trusts: nothing is ever sent. */
final class WebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String MANIFEST =
      """
      apiVersion: garrison.dev/v1
      name: small
      site:
        code: PS1
        providers: [https://cm01.contoso.example/AdminService]
      content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
      tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
      packages:
        installer: packages/md4ws.msi
        installScript: packages/install.ps1
        platformUpdate: packages/UpdatePlatform.exe
        onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
      sampleSharing: none
      limitingCollection: All Windows Servers
      distribution: {groups: [All DPs]}
      rings:
        - name: pilot
          maxDevices: 50
          deadline: "+3d 22:00"
          antivirus: active
          collections: [Pilot servers]
      """;
  private static final String WEBHOOKS =
      "notifications: [{name: ops, url: 'https://hooks.contoso.example/x', secret: 'env:HOOK'}]\n";
  private static final String WHY = "No certificate. [GAR-0504]";

  @TempDir private Path folder;
  private HistoryDatabase database;
  private Instant now = NOW;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Manifest manifest(String more) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            (MANIFEST + more).getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private WebhookPost post() {
    return new WebhookPost(
        _ -> {
          throw new AssertionError("no secret is asked for");
        },
        _ -> distrusted(),
        () -> now);
  }

  private static Trust distrusted() {
    throw new RefusalException(
        Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "No certificate.", "Get one."));
  }

  private Outbox outbox() {
    return new Outbox(database);
  }

  private void round() {
    new WebhookSender(
            manifest(WEBHOOKS).notifications().getFirst(),
            outbox(),
            new NoticeText("small", "PS1"),
            post(),
            diagnostic -> told.add(diagnostic.toString()),
            () -> now)
        .round();
  }

  private void message(int count) {
    RunHistory runs = new RunHistory(database, new Json());
    long run = runs.begin(JobKind.DRIFT, JobRun.Reason.SCHEDULE, "t", JobMode.ENABLED, now);
    runs.end(run, JobKind.DRIFT, JobReport.of(JobOutcome.DONE, "x"), now);
    new ProblemHistory(database)
        .takeIn(
            runs.get(run),
            Set.of(),
            _ ->
                IntStream.range(0, count)
                    .mapToObj(_ -> new Message("ops", "drift 1", 1, "{}"))
                    .toList(),
            now);
  }

  private Duration untilDue() {
    Instant at = now;
    while (outbox().due("ops", at).isEmpty()) {
      at = at.plusSeconds(30);
    }
    return Duration.between(now, at);
  }

  @Test
  void theFirstTimeThatItIsNotTakenIsTold() {
    message(1);
    round();
    assertThat(told)
        .containsExactly(
            "The webhook \"ops\" rejected a message (drift 1): "
                + WHY
                + ". Run \"garrison notify test\" to try the webhook now. Garrison retries for one day. [NOTICE_NOT_TAKEN GAR-1102]");
    assertThat(outbox().amiss(NOW)).containsExactly(new Outbox.Tally("ops", 1, 0, WHY));
  }

  @Test
  void itIsTriedLessAndLessOftenAndAtLeastEveryHour() {
    message(1);
    List<Duration> pauses = new ArrayList<>();
    for (int each = 0; each < 9; each++) {
      round();
      pauses.add(untilDue());
      now = now.plus(pauses.getLast());
    }
    assertThat(pauses)
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    assertThat(told).hasSize(1);
  }

  @Test
  void afterADayItIsGivenUp() {
    message(1);
    round();
    told.clear();
    now = NOW.plus(Duration.ofHours(24)).minusSeconds(1);
    round();
    assertThat(told).isEmpty();
    now = NOW.plus(Duration.ofHours(26));
    round();
    assertThat(told)
        .containsExactly(
            "A message to the webhook \"ops\" (drift 1) wasn't accepted for one day and was dropped. Last error: "
                + WHY
                + ". Run \"garrison job history\" to see the affected runs, and \"garrison notify test\" to test the webhook. [NOTICE_GIVEN_UP GAR-1101]");
    assertThat(outbox().amiss(NOW)).containsExactly(new Outbox.Tally("ops", 0, 1, WHY));
  }

  @Test
  void severalThatAreGivenUpAreToldAtOnce() {
    message(2);
    now = NOW.plus(Duration.ofHours(24));
    round();
    assertThat(told)
        .containsExactly(
            "2 messages to the webhook \"ops\" weren't accepted for one day and were dropped. Last error: "
                + WHY
                + ". Run \"garrison job history\" to see the affected runs, and \"garrison notify test\" to test the webhook. [NOTICE_GIVEN_UP GAR-1101]");
  }

  @Test
  void oneThatIsNotTakenHoldsTheOthersBack() {
    message(3);
    round();
    assertThat(told).hasSize(1);
    assertThat(outbox().due("ops", now)).isEmpty();
    assertThat(outbox().due("ops", now.plusSeconds(60))).hasSize(3);
  }

  @Test
  void aClockThatIsCorrectedBackwardsHoldsNoMessageBack() {
    message(3);
    round();
    outbox().take(outbox().due("ops", now.plusSeconds(60)).getFirst().id(), now, "200");
    assertThat(outbox().taken("ops", now)).isEqualTo(1);
    now = NOW.minus(Duration.ofDays(1));
    assertThat(outbox().taken("ops", now)).isZero();
    assertThat(outbox().due("ops", now)).hasSize(2);
    round();
    assertThat(outbox().due("ops", now)).isEmpty();
    assertThat(outbox().due("ops", now.plus(Duration.ofMinutes(2)))).hasSize(2);
  }

  private void waitForAnHour() {
    for (int each = 0; each < 8; each++) {
      round();
      now = now.plus(untilDue());
    }
    round();
    assertThat(untilDue()).isEqualTo(Outbox.LONGEST_PAUSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT1S", "PT5M"})
  void aClockThatIsAdjustedBackwardsEndsNoPause(Duration adjustment) {
    message(1);
    waitForAnHour();
    Instant due = now.plus(Outbox.LONGEST_PAUSE);
    now = now.minus(adjustment);
    assertThat(outbox().due("ops", now)).isEmpty();
    assertThat(outbox().due("ops", due)).hasSize(1);
  }

  @Test
  void aClockThatIsAdjustedBackwardsFreesNoPlaceInTheHour() {
    message(1);
    outbox().take(outbox().due("ops", now).getFirst().id(), now, "200");
    assertThat(outbox().taken("ops", now.minusMillis(1))).isEqualTo(1);
  }

  @Test
  void afterACorrectionTooOneThatIsNotTakenHoldsTheOthersBack() {
    message(2);
    waitForAnHour();
    now = now.minus(Duration.ofMinutes(30));
    assertThat(outbox().due("ops", now)).hasSize(2);
    round();
    assertThat(outbox().due("ops", now)).isEmpty();
    assertThat(outbox().due("ops", now.plus(Outbox.LONGEST_PAUSE))).hasSize(2);
  }

  @Test
  void aManifestWithoutWebhooksCannotBeTried() {
    assertThatThrownBy(() -> TestMessage.of(manifest(""), post(), NOW))
        .hasMessage(
            "The manifest has no webhooks. Add \"notifications\". See docs/manifest.md for an example. [NO_WEBHOOKS GAR-1104]");
  }

  @Test
  void aTestThatDoesNotArriveSaysWhy() {
    assertThat(TestMessage.of(manifest(WEBHOOKS), post(), NOW))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.webhook()).isEqualTo("ops");
          assertThat(each.posted()).isEqualTo(new DeliveryResult.Failed(WHY, Optional.empty()));
          assertThat(each.arrived()).isFalse();
        });
  }

  @Test
  void aTestThatWasTakenArrived() {
    assertThat(new TestMessage("ops", new DeliveryResult.Taken("200")).arrived()).isTrue();
    assertThat(new TestMessage("ops", new DeliveryResult.Refused("410")).arrived()).isFalse();
  }
}
