package dev.garrison.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.history.Outbox;
import dev.garrison.job.JobOutcome;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.TestAuthority;
import dev.garrison.webhook.FakeReceiver.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Receivers of all kinds. */
final class ReceiversIT extends NoticeTrial {
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
        .containsExactly(
            "The webhook \"ops\" rejected a message (failure 1): the server fell silent.");
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
        .startsWith("The webhook \"ops\" rejected a message (failure 1): ")
        .contains("[GAR-02");
    assertThat(new Outbox(database).amiss(now))
        .extracting(Outbox.Tally::waiting, Outbox.Tally::givenUp)
        .containsExactly(tuple(1, 0));
  }

  @Test
  void whatIsKeptAsAnAddressMustBeOne() {
    serve("  - {name: ops, url: \"env:HOOK\", secret: \"env:HOOK\"}\n");
    assertThat(TestMessage.of(manifest, post, now))
        .extracting(test -> test.posted().words())
        .containsExactly(
            "Garrison doesn't post to the stored address of the webhook \"ops\". [GAR-1105]");
  }

  @Test
  void aTestMessageSaysThatItIsOne() {
    assertThat(TestMessage.of(manifest, post, now))
        .extracting(TestMessage::arrived)
        .containsExactly(true);
    assertThat(receiver.received().getFirst().signed()).isTrue();
    assertThat(receiver.titles()).containsExactly("contoso-prod: test of the webhook 'ops'");
  }

  @Test
  void anAnswerThatIsCutAfterItsStatusCounts() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread receiving =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket taken = socket.accept()) {
                  byte[] some = new byte[65_536];
                  int read = taken.getInputStream().read(some);
                  assertThat(read).isPositive();
                  taken
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      serve(webhook("http://127.0.0.1:" + socket.getLocalPort() + "/hook", ""));
      run(JobKind.ROLLOUT, JobOutcome.FAILED, List.of());
      round();
      receiving.join();
    }
    assertThat(told).isEmpty();
    assertThat(new Outbox(database).amiss(now)).isEmpty();
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
            "The webhook \"ops\" rejected a message (failure 1): the webhook answered 307, a redirect, which Garrison doesn't follow.");
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
            "The webhook \"teams\" rejected a message (drift 1): the webhook answered 401: not allowed: ***?*** or ***.");
  }
}
