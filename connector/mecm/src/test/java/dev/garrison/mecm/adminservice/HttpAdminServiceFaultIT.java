package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.Timeouts;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between Garrison and the service, and what it is called. */
@Tag("first")
final class HttpAdminServiceFaultIT {
  private static final ODataQuery SITES = ODataQuery.of("SMS_Site");

  private final Wire wire = new Wire();
  private final AdminService service = wire.service();

  @AfterEach
  void close() {
    wire.close();
  }

  private void answer(ResponseDefinitionBuilder answer) {
    wire.server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private AdminServiceException listFailure() {
    return catchThrowableOfType(AdminServiceException.class, () -> service.list(SITES));
  }

  private AdminServiceException createFailure() {
    return catchThrowableOfType(
        AdminServiceException.class, () -> service.create("SMS_Site", wire.object("{}")));
  }

  private int requests() {
    return wire.server.getAllServeEvents().size();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad query, REFUSED",
    "401, Unauthorized, UNAUTHORIZED",
    "403, Script is not approved, ACCESS_DENIED",
    "404, No HTTP resource was found, NOT_FOUND",
    "404, 'Access denied  WMI QUERY: ', ACCESS_DENIED",
    "500, Generic failure, REFUSED",
    "500, The object is locked by SEDO, LOCKED",
    "503, Busy, UNAVAILABLE",
    "429, Too many, UNAVAILABLE"
  })
  void eachStatusHasItsMeaning(int status, String message, FailureKind kind) {
    answer(Wire.error(status, message));
    AdminServiceException failure = listFailure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.serverMessage()).isEqualTo(message.strip());
    assertThat(failure.path()).isEqualTo("wmi/SMS_Site");
    assertThat(failure.method()).isEqualTo("GET");
  }

  @Test
  void aFailureSaysWhatWhereAndWhatToDo() {
    answer(Wire.error(404, "Access denied  WMI QUERY: "));
    assertThat(listFailure())
        .hasMessage(
            "The administration service on localhost:"
                + wire.server.port()
                + " denied access: GET wmi/SMS_Site (HTTP 404: Access denied  WMI QUERY:). Add an administrative user with the required security role for the account (Administration > Security > Administrative Users). After a server upgrade, also check the members of the group SMS Admins. [ACCESS_DENIED GAR-0202]");
  }

  @Test
  void accessDeniedIsNotTakenForAMissingObject() {
    answer(Wire.error(404, "Access denied  WMI QUERY: "));
    assertThatThrownBy(() -> service.get("SMS_Site", ObjectKey.of("A")))
        .hasMessageContaining("denied access");
  }

  @Test
  void anHtmlPageIsNoAdministrationService() {
    answer(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Hello</html>"));
    assertThat(listFailure())
        .hasMessage(
            "The administration service on localhost:"
                + wire.server.port()
                + " didn't answer like an administration service: GET wmi/SMS_Site (HTTP 200: the answer is an HTML page). Check the address in \"site.providers\": it must end in /AdminService on a server with the SMS Provider role, without a proxy in between."
                + " [NOT_ADMINSERVICE GAR-0207]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"status\":\"up\"}", "[1,2]", "", "{\"value\":3}"})
  void otherJsonIsNoAdministrationService(String body) {
    answer(Wire.ok(body));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.NOT_ADMINSERVICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[{\"a\":1},{\"a\"",
        "{\"value\":[{\"a\":1,\"a\":2}]}",
        "{\"value\":[5]}",
        "{\"value\":[]} trailing"
      })
  void malformedJsonIsABrokenAnswer(String body) {
    answer(Wire.ok(body));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.BROKEN_ANSWER);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aRowTooLargeToHoldIsABrokenAnswer() {
    answer(Wire.ok(Wire.rows("{\"a\":\"" + "x".repeat(5_000_000) + "\"}")));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.BROKEN_ANSWER);
  }

  @Test
  void anErrorInsideASuccessfulAnswerIsAFailure() {
    answer(Wire.ok("{\"error\":{\"code\":\"500\",\"message\":\"Generic failure\"}}"));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(createFailure().kind()).isEqualTo(FailureKind.REFUSED);
  }

  @Test
  void aRedirectionIsNotFollowed() {
    answer(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.NOT_ADMINSERVICE);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aReadIsRepeatedThreeTimesWhenTheServerIsBusy() {
    answer(Wire.error(503, "Busy"));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    wire.server.verify(3, getRequestedFor(urlEqualTo(Wire.SITE)));
    assertThat(wire.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void aReadRecoversWhenTheServerDoes() {
    wire.server.stubFor(
        get(Wire.SITE)
            .inScenario("busy")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("ready")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    wire.server.stubFor(
        get(Wire.SITE)
            .inScenario("busy")
            .whenScenarioStateIs("ready")
            .willReturn(Wire.ok(Wire.rows(Wire.row(1)))));
    assertThat(service.list(SITES)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void aRefusedReadIsNotRepeated(int status) {
    answer(Wire.error(status, "no"));
    listFailure();
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aReadThatMeetsAnErrorOfTheServerIsTriedThreeTimes() {
    answer(Wire.error(500, "Generic failure"));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void aReadOfALockedObjectIsNotRepeated() {
    answer(Wire.error(500, "The object is locked by SEDO"));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.LOCKED);
    assertThat(requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aWriteWhoseAnswerIsCutIsSentOnceAndItsEffectUnknown(Fault fault) {
    answer(aResponse().withStatus(201).withFault(fault));
    AdminServiceException failure = createFailure();
    assertThat(failure.kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(failure)
        .hasMessageEndingWith(
            "Run the command again. Garrison reads the site first, and detects whether the change took effect."
                + " [LOST_ANSWER GAR-0209]");
    wire.server.verify(1, postRequestedFor(urlEqualTo(Wire.SITE)));
    assertThat(wire.pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "500, REFUSED",
    "502, LOST_ANSWER",
    "504, LOST_ANSWER",
    "503, UNAVAILABLE",
    "429, UNAVAILABLE"
  })
  void aWriteIsNeverRepeated(int status, FailureKind kind) {
    answer(Wire.error(status, "no"));
    assertThat(createFailure().kind()).isEqualTo(kind);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aConfirmationThatBreaksOffLeavesTheEffectUnknown() {
    answer(Wire.answer(201, "{\"CollectionID\":\"AB"));
    assertThat(createFailure().kind()).isEqualTo(FailureKind.LOST_ANSWER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
  void aReadThatIsCutEndsAsUnavailable(Fault fault) {
    answer(aResponse().withFault(fault));
    assertThat(listFailure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void anAnswerThatDripsEndsWithItsDeadline() {
    answer(Wire.ok(Wire.rows(Wire.numbered(200))).withChunkedDribbleDelay(200, 60_000));
    Timeouts hasty =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    AdminService impatient = wire.service(new Authentication.Anonymous(), hasty, wire.address());
    AdminServiceException failure =
        catchThrowableOfType(AdminServiceException.class, () -> impatient.list(SITES));
    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(failure.serverMessage()).isEqualTo("not finished within 1 second");
  }

  @Test
  void aSilentServerEndsTheRead() {
    answer(Wire.ok(Wire.rows()).withFixedDelay(20_000));
    Timeouts hasty =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(9),
            Duration.ofSeconds(9));
    AdminService impatient = wire.service(new Authentication.Anonymous(), hasty, wire.address());
    AdminServiceException read =
        catchThrowableOfType(AdminServiceException.class, () -> impatient.list(SITES));
    AdminServiceException write =
        catchThrowableOfType(
            AdminServiceException.class, () -> impatient.create("SMS_Site", wire.object("{}")));
    assertThat(read.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(write.kind()).isEqualTo(FailureKind.LOST_ANSWER);
  }

  @Test
  void whatTheConsumerThrowsPassesUnchanged() {
    answer(Wire.ok(Wire.rows(Wire.numbered(10))));
    List<Integer> seen = new ArrayList<>();
    assertThatThrownBy(() ->
            service.query(
                SITES,
                row -> {
                  seen.add(row.get("Number").asInt());
                  throw new IllegalStateException("stop");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stop");
    assertThat(seen).containsExactly(0);
  }
}
