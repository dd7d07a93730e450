package dev.garrison.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.tls.Trust;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages are posted to, and what an answer means. */
final class WebhookPostTest {
  private static final Webhook KEPT =
      new Webhook(
          "ops",
          new Webhook.Address.Kept(new SecretReference.EnvironmentVariable("HOOK")),
          Optional.empty(),
          List.of(),
          Set.of(NoticeKind.RECOVERY),
          Webhook.Format.JSON);
  private static final URI ADDRESS = URI.create("https://hooks.example/in/s3cr3t?sig=abc");

  private static DeliveryResult read(int status, String body, Optional<String> retryAfter)
      throws IOException {
    return WebhookPost.read(
        KEPT,
        ADDRESS,
        new HttpAnswer(
            status,
            "text/plain",
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            new HttpAnswer.Server(Optional.empty(), retryAfter, List.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/in",
        "ftp://hooks.example/in",
        "https://user@hooks.example/in",
        "https://hooks.example/in#part",
        "https:nowhere",
        "no address"
      })
  void anAddressThatIsKeptAndNotSafeGetsNothing(String kept) {
    try (WebhookPost post =
        new WebhookPost(
            _ -> new Secret(kept.toCharArray()), _ -> Trust.SYSTEM, () -> Instant.EPOCH)) {
      assertThat(post.post(KEPT, "{}"))
          .isEqualTo(
              new DeliveryResult.Failed(
                  "Garrison doesn't post to the stored address of the webhook \"ops\". [GAR-1105]",
                  Optional.empty()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, taken",
    "204, taken",
    "302, later",
    "400, never",
    "404, never",
    "408, later",
    "429, later",
    "500, later",
    "503, later"
  })
  void anAnswerSaysWhetherTheMessageIsTriedAgain(int status, String meaning) throws IOException {
    assertThat(
            switch (read(status, "", Optional.empty())) {
              case DeliveryResult.Taken _ -> "taken";
              case DeliveryResult.Failed _ -> "later";
              case DeliveryResult.Refused _ -> "never";
            })
        .isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "no hook at /in/s3cr3t, the webhook answered 404: no hook at ***",
    "bad sig=abc here, the webhook answered 404: bad *** here"
  })
  void whatIsSecretInTheAddressIsNotShownWhereTheServerRepeatsIt(String body, String words)
      throws IOException {
    assertThat(read(404, body, Optional.empty())).isEqualTo(new DeliveryResult.Refused(words));
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "soon, -1"})
  void aServerMaySayWhenItTakesMessagesAgain(String text, int seconds) throws IOException {
    assertThat(read(503, "", Optional.of(text)))
        .isEqualTo(
            new DeliveryResult.Failed(
                "the webhook answered 503",
                Optional.of(seconds).filter(each -> each >= 0).map(Duration::ofSeconds)));
  }
}
