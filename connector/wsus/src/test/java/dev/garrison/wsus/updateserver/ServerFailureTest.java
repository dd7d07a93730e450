package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.resilience.Health;
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
        "wsus01:8531", "wsus.servers[0]", "Asked", ServerFailure.lasting(kind, "why", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND | knows no such object: Asked (why). Someone may have removed it: make a new plan. [NOT_FOUND GAR-0901]",
        "ACCESS_DENIED | denied access: Asked (why). Put the account into WSUS Reporters (to read) or WSUS Administrators (to approve) on that server. If the server demands SSL, write https and its port in 'wsus.servers[0].url'. [ACCESS_DENIED GAR-0902]",
        "UNAUTHORIZED | did not accept the sign-in: Asked (why). Check 'wsus.servers[0].user' and 'wsus.servers[0].password', and that the account is not locked. [UNAUTHORIZED GAR-0903]",
        "REFUSED | refused the request: Asked (why). SoftwareDistribution.log on that server says why, at the time of this message. [REFUSED GAR-0904]",
        "REPLICA | is a replica: Asked (why). Approve on its upstream server. Nothing was changed. [REPLICA GAR-0905]",
        "UNAVAILABLE | cannot be reached: Asked (why). Check 'wsus.servers[0].url', the network, and that the application pool WsusPool runs there: it is recycled when its private memory limit is reached. [UNAVAILABLE GAR-0906]",
        "NOT_WSUS | did not answer like the WSUS administration service: Asked (why). Check 'wsus.servers[0].url': scheme, server and port only, such as https://wsus01.contoso.example:8531. [NOT_WSUS GAR-0907]",
        "BROKEN_ANSWER | sent an answer that Garrison does not understand: Asked (why). Run 'garrison wsus probe --report FILE' and report it: a newer version of WSUS may answer otherwise. [BROKEN_ANSWER GAR-0908]",
        "LOST_ANSWER | did not confirm a change that was sent: Asked (why). Run again: Garrison reads first and finds the change if it took effect. [LOST_ANSWER GAR-0909]",
        "TIMEOUT | did not answer in time: Asked (why). Run again when the server is less busy. Searches are slow where thousands of superseded updates are not declined. [TIMEOUT GAR-0910]",
        "EXPIRED | has the update as expired: Asked (why). An expired update cannot be approved: make a new plan. [EXPIRED GAR-0911]",
        "LICENSE | wants licence terms accepted first: Asked (why). Accept them in the WSUS console. Garrison does not accept them for you. [LICENSE GAR-0912]",
        "BUSY_WITH_SYNC | is synchronising: Asked (why). Run again when the synchronisation has ended. [BUSY_WITH_SYNC GAR-0913]",
        "UPSTREAM_DECIDES | takes products and classifications from its upstream server: Asked (why). Change the subscription on the server that synchronises from Microsoft Update. [UPSTREAM_DECIDES GAR-0914]",
        "SET_ASIDE | is set aside for a while: Asked (why). This request was not sent. Find out what is wrong on that server, and run again after that time. [SET_ASIDE GAR-0915]",
        "NO_FREE_PLACE | has one of Garrison's requests under way: Asked (why). This request was not sent. Run again when less is going on. [NO_FREE_PLACE GAR-0916]"
      })
  void eachKindHasItsWords(FailureKind kind, String words) {
    assertThat(failure(kind)).hasMessage("The update server wsus01:8531 " + words);
    assertThat(failure(kind).kind()).isEqualTo(kind);
    assertThat(failure(kind).detail()).isEqualTo("why");
    assertThat(failure(kind).patience()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void aSummaryIsTheSameEveryTime(FailureKind kind) {
    assertThat(failure(kind).summary())
        .isEqualTo(
            "wsus01:8531 "
                + switch (kind) {
                  case TIMEOUT, SET_ASIDE -> "cannot be reached";
                  default -> kind.phrase();
                });
  }

  @Test
  void anAnswerThatCannotBeReadLeavesAWriteOpen() {
    SoapFormatException broken = new SoapFormatException("no <Row>");

    assertThat(ServerFailure.of(broken, false).kind()).isEqualTo(FailureKind.BROKEN_ANSWER);
    assertThat(ServerFailure.of(broken, true).kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(ServerFailure.of(broken, true).detail()).isEqualTo("no <Row>");
    assertThat(ServerFailure.health(broken)).isEqualTo(new Health.Answers());
  }

  @Test
  void aGatewayThatGaveUpLeavesAWriteOpenAndIsNotAskedAgain() {
    ServerFailure busy =
        ServerFailure.passing(FailureKind.UNAVAILABLE, "HTTP 503", Duration.ofSeconds(30), null);

    assertThat(ServerFailure.of(busy, false)).isSameAs(busy);
    assertThat(busy.patience()).contains(Duration.ofSeconds(30));
    assertThat(ServerFailure.of(busy, true).kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(ServerFailure.of(busy, true).patience()).isEmpty();
    assertThat(ServerFailure.health(busy)).isEqualTo(new Health.Fails("HTTP 503"));
  }

  @Test
  void aRefusalIsOneForWritesToo() {
    ServerFailure refused = ServerFailure.lasting(FailureKind.REFUSED, "no", null);

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
