package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.resilience.Health;
import dev.garrison.language.Text;
import dev.garrison.wsus.soap.SoapFormatException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failed request is called, and what to do about it. */
final class ServerFailureTest {
  private static UpdateServerException failure(FailureKind kind) {
    return new UpdateServerException(
        "wsus01:8531",
        "wsus.servers[0]",
        "Asked",
        ServerFailure.lasting(kind, Text.verbatim("why"), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND | WSUS server wsus01:8531 doesn't have the requested object: Asked (why). Create a new plan. The object may have been removed. [NOT_FOUND GAR-0901]",
        "ACCESS_DENIED | WSUS server wsus01:8531 denied access: Asked (why). Add the account to the local group WSUS Reporters (to read) or WSUS Administrators (to approve) on that server. If the server requires SSL, set \"wsus.servers[0].url\" to https and the SSL port. [ACCESS_DENIED GAR-0902]",
        "UNAUTHORIZED | WSUS server wsus01:8531 rejected the sign-in: Asked (why). Check \"wsus.servers[0].user\" and \"wsus.servers[0].password\", and check that the account isn't locked. [UNAUTHORIZED GAR-0903]",
        "REFUSED | WSUS server wsus01:8531 rejected the request: Asked (why). Check SoftwareDistribution.log on that server at the time of this message. [REFUSED GAR-0904]",
        "REPLICA | WSUS server wsus01:8531 is a replica: Asked (why). Approve the update on the upstream server. No changes were made. [REPLICA GAR-0905]",
        "UNAVAILABLE | WSUS server wsus01:8531 can't be reached: Asked (why). Check \"wsus.servers[0].url\", the network, and whether the application pool WsusPool is running on that server. The pool is recycled when it reaches its private memory limit. [UNAVAILABLE GAR-0906]",
        "NOT_WSUS | WSUS server wsus01:8531 didn't answer like the WSUS administration service: Asked (why). Set \"wsus.servers[0].url\" to scheme, server, and port only, for example https://wsus01.contoso.example:8531. [NOT_WSUS GAR-0907]",
        "BROKEN_ANSWER | WSUS server wsus01:8531 sent an answer that Garrison doesn't understand: Asked (why). Run \"garrison wsus probe --report FILE\", and report the result. A newer version of WSUS may answer differently. [BROKEN_ANSWER GAR-0908]",
        "LOST_ANSWER | WSUS server wsus01:8531 didn't confirm a change: Asked (why). Run the command again. Garrison reads the server first and detects whether the change took effect. [LOST_ANSWER GAR-0909]",
        "TIMEOUT | WSUS server wsus01:8531 didn't answer in time: Asked (why). Run the command again when the server is less busy. Searches are slow when thousands of superseded updates aren't declined. [TIMEOUT GAR-0910]",
        "EXPIRED | The update is expired on WSUS server wsus01:8531: Asked (why). Create a new plan. An expired update can't be approved. [EXPIRED GAR-0911]",
        "LICENSE | WSUS server wsus01:8531 requires license terms to be accepted first: Asked (why). Accept the license terms in the WSUS console. Garrison doesn't accept them for you. [LICENSE GAR-0912]",
        "BUSY_WITH_SYNC | WSUS server wsus01:8531 is synchronizing: Asked (why). Run the command again when the synchronization has ended. [BUSY_WITH_SYNC GAR-0913]",
        "UPSTREAM_DECIDES | WSUS server wsus01:8531 takes products and classifications from its upstream server: Asked (why). Change the subscription on the server that synchronizes from Microsoft Update. [UPSTREAM_DECIDES GAR-0914]",
        "SET_ASIDE | Requests to WSUS server wsus01:8531 are paused after repeated failures: Asked (why). Find the cause on that server, and run the command again after the pause. This request wasn't sent. [SET_ASIDE GAR-0915]",
        "NO_FREE_PLACE | Another request from Garrison to WSUS server wsus01:8531 is in progress: Asked (why). Run the command again when fewer requests are in progress. This request wasn't sent. [NO_FREE_PLACE GAR-0916]"
      })
  void eachKindHasItsWords(FailureKind kind, String words) {
    assertThat(failure(kind)).hasMessage(words);
    assertThat(failure(kind).kind()).isEqualTo(kind);
    assertThat(failure(kind).detail()).hasToString("why");
    assertThat(failure(kind).patience()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void aSummaryIsTheSameEveryTime(FailureKind kind) {
    assertThat(failure(kind).summary().toString())
        .isEqualTo(
            switch (kind) {
              case TIMEOUT, SET_ASIDE -> "wsus01:8531 can't be reached";
              default -> Text.of(kind.summary(), "server", "wsus01:8531").toString();
            });
  }

  @Test
  void anAnswerThatCannotBeReadLeavesAWriteOpen() {
    SoapFormatException broken =
        new SoapFormatException(Text.of("soap.element-missing", "name", "Row"));

    assertThat(ServerFailure.of(broken, false).kind()).isEqualTo(FailureKind.BROKEN_ANSWER);
    assertThat(ServerFailure.of(broken, true).kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(ServerFailure.of(broken, true).detail()).hasToString("no <Row>");
    assertThat(ServerFailure.health(broken)).isEqualTo(new Health.Answers());
  }

  @Test
  void aGatewayThatGaveUpLeavesAWriteOpenAndIsNotAskedAgain() {
    ServerFailure busy =
        ServerFailure.passing(
            FailureKind.UNAVAILABLE, Text.verbatim("HTTP 503"), Duration.ofSeconds(30), null);

    assertThat(ServerFailure.of(busy, false)).isSameAs(busy);
    assertThat(busy.patience()).contains(Duration.ofSeconds(30));
    assertThat(ServerFailure.of(busy, true).kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(ServerFailure.of(busy, true).patience()).isEmpty();
    assertThat(ServerFailure.health(busy)).isEqualTo(new Health.Fails(Text.verbatim("HTTP 503")));
  }

  @Test
  void aRefusalIsOneForWritesToo() {
    ServerFailure refused = ServerFailure.lasting(FailureKind.REFUSED, Text.verbatim("no"), null);

    assertThat(ServerFailure.of(refused, true).kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(ServerFailure.health(refused)).isEqualTo(new Health.Answers());
  }

  @Test
  void aMistakeOfOursIsNoFailureOfTheServer() {
    IllegalStateException mistake = new IllegalStateException("a mistake");

    assertThatThrownBy(() -> ServerFailure.of(mistake, false)).isSameAs(mistake);
    assertThat(ServerFailure.health(mistake)).isEqualTo(new Health.Unknown());
    assertThat(failure(FailureKind.REFUSED).diagnostics().getFirst().where())
        .isEqualTo(Optional.empty());
  }
}
