package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.support.SupportBundle;
import dev.garrison.webhook.DeliveryResult;
import dev.garrison.webhook.TestMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static String created(AccessToken token, TokenText text) {
    return new Json().pretty(TokenAnswer.of(token, text));
  }

  private static String list(List<AccessToken> tokens) {
    return new Json().pretty(TokensAnswer.of(tokens, NOW));
  }

  private static String tested(List<TestMessage> tests) {
    return new Json().pretty(WebhooksAnswer.of(tests));
  }

  private static String bundle(SupportBundle bundle) {
    return new Json().pretty(SupportBundleAnswer.of(bundle, Path.of("bundle.zip"), 4096));
  }

  private static AccessToken token(
      String name, Role role, Optional<LocalDate> lastUsed, Optional<Instant> revoked) {
    return new AccessToken(
        name,
        role,
        Sha256.of(name),
        NOW.minusSeconds(60),
        "anna on adm01, process 5",
        NOW.plusSeconds(60),
        lastUsed,
        revoked);
  }

  @Test
  void aTokenIsAsItWasPrintedBefore() {
    Printed.asBefore(
        ServiceAnswersTest.class,
        "token.json",
        created(
            token("grafana", Role.VIEWER, Optional.empty(), Optional.empty()),
            new TokenText("not-a-token")));
  }

  @Test
  void tokensAreAsTheyWerePrintedBefore() {
    Printed.asBefore(
        ServiceAnswersTest.class,
        "tokens.json",
        list(
            List.of(
                token("grafana", Role.VIEWER, Optional.empty(), Optional.empty()),
                token(
                    "night",
                    Role.APPROVER,
                    Optional.of(LocalDate.of(2026, 11, 23)),
                    Optional.of(NOW)))));
  }

  @Test
  void webhooksAreAsTheyWerePrintedBefore() {
    Printed.asBefore(
        ServiceAnswersTest.class,
        "notify-test.json",
        tested(
            List.of(
                new TestMessage("chat", new DeliveryResult.Taken("200 OK")),
                new TestMessage("pager", new DeliveryResult.Refused("404 Not Found")))));
  }

  @Test
  void aSupportBundleIsAsItWasPrintedBefore() {
    Printed.asBefore(
        ServiceAnswersTest.class,
        "support-bundle.json",
        bundle(
            new SupportBundle(
                List.of(new SupportBundle.File("versions.txt", "versions", "0.1.0\n")),
                Map.of("server", 3, "domain", 1),
                List.of("The log is not there."))));
  }

  @Test
  void eachTokenIsARow() {
    assertThat(
            Rows.of(
                TokenColumns.at(NOW),
                List.of(
                    token("grafana", Role.VIEWER, Optional.empty(), Optional.empty()),
                    token(
                        "night",
                        Role.APPROVER,
                        Optional.of(LocalDate.of(2026, 11, 23)),
                        Optional.of(NOW)))))
        .containsExactly(
            "name,role,status,created,created by,expires,last used,revoked",
            "grafana,viewer,valid,2026-11-24T20:59:00Z,\"anna on adm01, process"
                + " 5\",2026-11-24T21:01:00Z,,",
            "night,approver,revoked,2026-11-24T20:59:00Z,\"anna on adm01, process"
                + " 5\",2026-11-24T21:01:00Z,2026-11-23,2026-11-24T21:00:00Z");
  }
}
