package dev.garrison.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.Outbox;
import dev.garrison.history.ServiceFolder;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import dev.garrison.webhook.FakeReceiver.Answer;
import dev.garrison.webhook.FakeReceiver.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the end of a run to a receiver. */
final class NoticesIT extends NoticeTrial {
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
            "contoso-prod: drift has recovered (recovery 1)");
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
            "contoso-prod: drift has recovered (recovery 1)");
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
            "The webhook \"ops\" rejected a message (failure 1): the webhook answered 500: out [31m of order.");
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
            "The webhook \"ops\" rejected a message (failure 1): the connection was refused.",
            "2 messages to the webhook \"ops\" weren't accepted for one day and were dropped. Last error: the connection was refused.",
            "A message to the webhook \"ops\" (failure 1) wasn't accepted for one day and was dropped. Last error: the connection was refused.");
    assertThat(new Outbox(database).amiss(now.minus(Duration.ofDays(7))))
        .containsExactly(new Outbox.Tally("ops", 0, 3, "the connection was refused"));
    assertThat(new Outbox(database).amiss(now.plusSeconds(1))).isEmpty();
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
            "contoso-prod: 8 messages exceed the hourly limit; 'garrison job history' lists the runs");
    pass(HOUR);
    assertThat(receiver.titles()).isEmpty();
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
