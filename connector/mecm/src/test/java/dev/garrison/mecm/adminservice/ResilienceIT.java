package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.servers.OwnPorts;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, when nothing is asked, and what is counted of it. */
final class ResilienceIT {
  private static final ODataQuery SITES = ODataQuery.of("SMS_Site");
  private static final Timeouts HASTY =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private static final Timeouts STEADY =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private final Wire first = new Wire();
  private final Wire second = new Wire();
  private final HttpAdminService service = service(Wire.PATIENT, first.address());

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private HttpAdminService service(Timeouts timeouts, URI... providers) {
    return first.service(new Authentication.Anonymous(), timeouts, providers);
  }

  private static void answer(Wire wire, ResponseDefinitionBuilder answer) {
    wire.server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static int requests(Wire wire) {
    return wire.server.getAllServeEvents().size();
  }

  private AdminServiceException listFailure(AdminService asked) {
    return catchThrowableOfType(AdminServiceException.class, () -> asked.list(SITES));
  }

  private AdminServiceException putFailure(AdminService asked) {
    return catchThrowableOfType(
        AdminServiceException.class,
        () -> asked.put("SMS_Site", ObjectKey.of("A"), first.object("{}")));
  }

  @Test
  void aReadWaitsAsLongAsTheServerAsks() {
    answer(first, Wire.error(503, "Busy").withHeader("Retry-After", "7"));
    assertThat(listFailure(service))
        .hasMessageContaining("(HTTP 503: Busy; the server asks to wait 7 seconds)");
    assertThat(first.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
  }

  @Test
  void aDateToWaitForIsUnderstood() {
    answer(
        first,
        Wire.error(429, "Too many").withHeader("Retry-After", "Tue, 24 Nov 2026 21:00:20 GMT"));
    listFailure(service);
    assertThat(first.pauses).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(4));
  }

  @Test
  void aServerThatAsksForTooMuchPatienceIsNotAskedAgain() {
    answer(first, Wire.error(503, "Busy").withHeader("Retry-After", "600"));
    assertThat(listFailure(service))
        .hasMessageContaining("(HTTP 503: Busy; the server asks to wait 10 minutes)");
    assertThat(requests(first)).isEqualTo(1);
    assertThat(first.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void aReadIsTriedThreeTimesOnEachStatusThatPasses(int status) {
    answer(first, Wire.error(status, "no"));
    assertThat(listFailure(service).status()).isEqualTo(status);
    assertThat(requests(first)).isEqualTo(3);
    assertThat(service.counts())
        .containsExactly(new ServerCounts(first.address().getAuthority(), 3, 2, 0, 0, 0));
  }

  @Test
  void afterFiveFailuresInARowNothingIsSentForAWhile() {
    answer(first, Wire.error(503, "Busy"));
    listFailure(service);
    assertThat(first.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    AdminServiceException refused = listFailure(service);
    assertThat(requests(first)).isEqualTo(5);
    assertThat(refused.kind()).isEqualTo(FailureKind.SET_ASIDE);
    assertThat(refused)
        .hasMessage(
            "The administration service on %s is set aside for a while: GET wmi/SMS_Site (since 2026-11-24T21:00:06Z, after 5 failures in a row, the last one: HTTP 503: Busy; Garrison asks again after 2026-11-24T21:00:36Z). Find the problem on that server, and run the command again after that time. This request wasn't sent. [SET_ASIDE GAR-0250]"
                .formatted(first.address().getAuthority()));
    assertThat(putFailure(service).kind()).isEqualTo(FailureKind.SET_ASIDE);
    assertThat(requests(first)).isEqualTo(5);
  }

  @Test
  void afterItsRestAServerThatWorksIsUsedAgain() {
    answer(first, Wire.error(503, "Busy"));
    listFailure(service);
    listFailure(service);
    first.server.resetAll();
    answer(first, Wire.ok(Wire.rows(Wire.row(1))));
    assertThat(listFailure(service).kind()).isEqualTo(FailureKind.SET_ASIDE);
    first.clock.advance(Duration.ofSeconds(31));
    assertThat(service.list(SITES)).hasSize(1);
    assertThat(service.list(SITES)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500})
  void refusalsDoNotSetAServerAside(int status) {
    answer(first, Wire.error(status, "no"));
    for (int i = 0; i < 12; i++) {
      assertThat(listFailure(service).status()).isEqualTo(status);
    }
    assertThat(requests(first)).isEqualTo(status == 500 ? 36 : 12);
  }

  @Test
  void failuresOfWritesCountToo() {
    answer(first, Wire.error(503, "Busy"));
    for (int i = 0; i < 5; i++) {
      assertThat(putFailure(service).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
    assertThat(putFailure(service).kind()).isEqualTo(FailureKind.SET_ASIDE);
    assertThat(requests(first)).isEqualTo(5);
    assertThat(first.pauses).isEmpty();
  }

  @Test
  void aProviderThatIsSetAsideIsPassedOverForAnother() {
    answer(first, Wire.error(503, "Busy"));
    answer(second, Wire.ok(Wire.rows(Wire.row(1))));
    AdminService alone = service;
    listFailure(alone);
    HttpAdminService both = service(Wire.PATIENT, first.address(), second.address());
    assertThat(both.list(SITES)).hasSize(1);
    assertThat(both.list(SITES)).hasSize(1);
    assertThat(both.counts())
        .containsExactly(
            new ServerCounts(first.address().getAuthority(), 1, 0, 0, 0, 0),
            new ServerCounts(second.address().getAuthority(), 2, 0, 1, 0, 0));
  }

  @Test
  void whenAllProvidersFailEachIsAskedThreeTimes() {
    answer(first, Wire.error(503, "Busy"));
    answer(second, Wire.error(502, "Bad gateway"));
    HttpAdminService both = service(Wire.PATIENT, first.address(), second.address());
    assertThat(listFailure(both).status()).isEqualTo(502);
    assertThat(both.counts())
        .containsExactly(
            new ServerCounts(first.address().getAuthority(), 3, 2, 0, 0, 0),
            new ServerCounts(second.address().getAuthority(), 3, 0, 3, 0, 0));
  }

  @Test
  void aSilentProviderIsNotAskedAgainButAnotherOneIs() {
    answer(first, Wire.ok(Wire.rows()).withFixedDelay(20_000));
    answer(second, Wire.ok(Wire.rows(Wire.row(1))));
    assertThat(service(HASTY, first.address(), second.address()).list(SITES)).hasSize(1);
    assertThat(requests(second)).isEqualTo(1);
    assertThat(first.pauses).isEmpty();
  }

  @Test
  void aWriteThatWasCertainlyNotSentIsTriedAgain() {
    URI nobody = URI.create("http://localhost:" + OwnPorts.take() + "/AdminService");
    HttpAdminService lonely = service(Wire.PATIENT, nobody);
    AdminServiceException failure = putFailure(lonely);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.serverMessage()).isEqualTo("the connection was refused");
    assertThat(first.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    assertThat(lonely.counts())
        .containsExactly(new ServerCounts(nobody.getAuthority(), 3, 2, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 503})
  void anAnswerToAWriteThatDripsEndsWithItsDeadline(int status) {
    answer(
        first,
        aResponse()
            .withStatus(status)
            .withBody("{" + " ".repeat(200) + "}")
            .withChunkedDribbleDelay(200, 60_000));
    AdminServiceException failure = putFailure(service(STEADY, first.address()));
    assertThat(failure.kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(failure.serverMessage()).isEqualTo("not finished within 1 second");
    assertThat(requests(first)).isEqualTo(1);
  }

  @Test
  void whatIsInOrderIsNotRemarkable() {
    answer(first, Wire.ok(Wire.rows(Wire.row(1))));
    service.list(SITES);
    assertThat(service.counts()).noneMatch(ServerCounts::isRemarkable);
    answer(first, Wire.error(404, "No such class"));
    assertThatThrownBy(() -> service.list(SITES)).isInstanceOf(AdminServiceException.class);
    assertThat(service.counts()).noneMatch(ServerCounts::isRemarkable);
  }
}
