package dev.garrison.wsus.updateserver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.garrison.wsus.model.UserRole;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is asked, when it is asked again, and what its failures mean. */
@Tag("first")
final class SoapUpdateServerIT {
  private static final UUID APPROVAL = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");

  private final SoapWire wire = new SoapWire();
  private final SoapUpdateServer service = wire.service();

  @AfterEach
  void close() {
    wire.close();
  }

  private static UpdateServerException failure(ThrowingCallable request) {
    return catchThrowableOfType(UpdateServerException.class, request);
  }

  private UpdateServerException readFailure() {
    return failure(service::role);
  }

  private UpdateServerException writeFailure() {
    return failure(() -> service.removeApproval(APPROVAL, "Garrison"));
  }

  @Test
  void aRequestIsSoapWithItsActionAndAsksForNoCompression() {
    wire.answer(
        SoapWire.result(
            "GetCurrentUserRole", "<GetCurrentUserRoleResult>2</GetCurrentUserRoleResult>"));
    assertThat(service.role()).isEqualTo(UserRole.ADMINISTRATOR);
    LoggedRequest request = wire.server.getAllServeEvents().getFirst().getRequest();
    assertThat(request.getUrl()).isEqualTo("/ApiRemoting30/WebService.asmx");
    assertThat(request.getHeader("SOAPAction"))
        .isEqualTo(
            "\"http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService"
                + "/GetCurrentUserRole\"");
    assertThat(request.getHeader("Content-Type")).isEqualTo("text/xml; charset=UTF-8");
    assertThat(request.getHeader("Accept-Encoding")).isEqualTo("identity");
  }

  @Test
  void betweenTwoRequestsIsAPause() {
    wire.answer(
        SoapWire.result(
            "GetCurrentUserRole", "<GetCurrentUserRoleResult>1</GetCurrentUserRoleResult>"));
    service.role();
    assertThat(wire.pauses).isEmpty();
    service.role();
    assertThat(wire.pauses).containsExactly(Duration.ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void aReadWaitsForTheApplicationPoolToComeBack(int status) {
    wire.answer(SoapWire.xml(status, ""));
    assertThat(readFailure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(wire.requests()).isEqualTo(3);
    assertThat(wire.pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(120));
  }

  @Test
  void afterFourFailuresInARowNothingIsSentForAWhile() {
    wire.answer(SoapWire.xml(503, ""));
    readFailure();
    assertThat(readFailure())
        .hasMessage(
            "Requests to WSUS server %s are paused after repeated failures: GetCurrentUserRole (since 2026-11-24T21:02:30Z, after 4 failures in a row, the last one: HTTP 503; Garrison asks again after 2026-11-24T21:12:31Z). Find the cause on that server, and run the command again after the pause. This request wasn't sent. [SET_ASIDE GAR-0915]"
                .formatted(wire.name()));
    assertThat(wire.requests()).isEqualTo(4);
  }

  @Test
  void aWriteIsSentOnceAndItsEffectMayBeUnknown() {
    wire.answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThat(writeFailure())
        .hasMessage(
            "WSUS server %s didn't confirm a change: ExecuteSPDeleteDeployment (the connection was closed without an answer). Run the command again. Garrison reads the server first and detects whether the change took effect. [LOST_ANSWER GAR-0909]"
                .formatted(wire.name()));
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void aGatewayThatGaveUpLeavesAWriteOpen() {
    wire.answer(SoapWire.xml(504, ""));
    assertThat(writeFailure().kind()).isEqualTo(FailureKind.LOST_ANSWER);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void aConfirmationThatCannotBeReadLeavesAWriteOpen() {
    wire.answer(SoapWire.xml(200, "<soap"));
    assertThat(writeFailure().kind()).isEqualTo(FailureKind.LOST_ANSWER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | rejected the sign-in: GetCurrentUserRole (HTTP 401). Check \"wsus.servers[0].user\" and \"wsus.servers[0].password\", and check that the account isn't locked. [UNAUTHORIZED GAR-0903]",
        "403 | denied access: GetCurrentUserRole (HTTP 403). Add the account to the local group WSUS Reporters (to read) or WSUS Administrators (to approve) on that server. If the server requires SSL, set \"wsus.servers[0].url\" to https and the SSL port. [ACCESS_DENIED GAR-0902]",
        "404 | didn't answer like the WSUS administration service: GetCurrentUserRole (HTTP 404). Set \"wsus.servers[0].url\" to scheme, server, and port only, for example https://wsus01.contoso.example:8531. [NOT_WSUS GAR-0907]",
        "302 | didn't answer like the WSUS administration service: GetCurrentUserRole (HTTP 302). Set \"wsus.servers[0].url\" to scheme, server, and port only, for example https://wsus01.contoso.example:8531. [NOT_WSUS GAR-0907]"
      })
  void aStatusHasItsMeaning(int status, String message) {
    wire.answer(SoapWire.xml(status, ""));
    assertThat(readFailure()).hasMessage("WSUS server " + wire.name() + " " + message);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void aPageForPeopleIsNotTheService() {
    wire.answer(
        aResponse()
            .withStatus(500)
            .withHeader("Content-Type", "text/html")
            .withBody("<html>Server Error in '/ApiRemoting30' Application."));
    assertThat(readFailure())
        .hasMessageContaining(
            "didn't answer like the WSUS administration service: GetCurrentUserRole (HTTP 500 with text/html).");
  }

  @Test
  void aRoleThatIsNotKnownIsNoRole() {
    wire.answer(
        SoapWire.result(
            "GetCurrentUserRole", "<GetCurrentUserRoleResult>7</GetCurrentUserRoleResult>"));
    assertThat(readFailure())
        .hasMessageContaining("(role 7, which Garrison does not know).")
        .hasMessageContaining("[BROKEN_ANSWER GAR-0908]");
  }

  @Test
  void anAnswerWithoutAResultIsBroken() {
    wire.answer(SoapWire.result("GetCurrentUserRole", ""));
    assertThat(readFailure()).hasMessageContaining("(an answer without a result).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Microsoft.UpdateServices.Administration.WsusObjectNotFoundException | Die Zielgruppe wurde nicht gefunden. | NOT_FOUND",
        "Microsoft.UpdateServices.Administration.WsusObjectNotFoundException | 指定された項目が見つかりませんでした。 | NOT_FOUND",
        "System.InvalidOperationException | Cannot perform this action when the server is in replica mode | REPLICA",
        "System.InvalidOperationException | The specified update cannot be used because it has been expired by its publisher. | EXPIRED",
        "System.InvalidOperationException | This Update has Microsoft Software License Terms that must be accepted before it can be deployed. | LICENSE",
        "System.InvalidOperationException | Cannot save configuration because the server subscription is currently running. | BUSY_WITH_SYNC",
        "System.InvalidOperationException | Cannot save configuration because the server is still processing a previous configuration change. | BUSY_WITH_SYNC",
        "System.InvalidOperationException | Cannot set update classifications or categories on subscription when syncing from upstream WSUS Server. | UPSTREAM_DECIDES",
        "System.ArgumentException | The specified update cannot be found. | NOT_FOUND",
        "System.Security.SecurityException | Fehler bei der Anforderung der Prinzipalberechtigung. | ACCESS_DENIED",
        "System.InvalidOperationException | Der Vorgang ist auf einem Replikatserver nicht möglich. | REFUSED"
      })
  void aFaultIsToldByItsTypeThenByItsEnglishWords(String type, String words, FailureKind kind) {
    wire.answer(SoapWire.fault(type, words));
    UpdateServerException met = writeFailure();
    assertThat(met.kind()).isEqualTo(kind);
    assertThat(met)
        .hasMessageContaining("(" + type.substring(type.lastIndexOf('.') + 1) + ": " + words + ")");
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void aDeadlockInTheDatabaseIsTriedAgainOnlyForReads() {
    wire.answer(
        SoapWire.fault(
            "System.Data.SqlClient.SqlException",
            "Transaction (Process ID 61) was deadlocked on lock resources"));
    assertThat(readFailure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(wire.requests()).isEqualTo(3);
  }
}
