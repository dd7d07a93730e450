package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class ApprovingIT {
  private static final String DEPLOY = "ExecuteSPDeployUpdate1";
  private static final String INVALID_OPERATION = "System.InvalidOperationException";
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final String update = wsus.update("10.8798");
  private final String production = wsus.group("Production servers");

  @AfterEach
  void stop() {
    wsus.close();
  }

  private List<String> updateRow(String id, int revision) throws Exception {
    return wsus.done(
            "ExecuteSPGetUpdateById",
            "<preferredCulture>en</preferredCulture>" + RawUpdateServer.key("id", id, revision))
        .rows("minimalProperties")
        .getFirst();
  }

  private List<List<String>> approvals(String id, int revision) throws Exception {
    return wsus.done("ExecuteSPGetDeploymentsByUpdate1", RawUpdateServer.key("id", id, revision))
        .rows("ExecuteSPGetDeploymentsByUpdate1Result");
  }

  private void refused(String parameters, String message) throws Exception {
    SoapReply reply = wsus.call(DEPLOY, parameters);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.exception("Type")).isEqualTo(INVALID_OPERATION);
    assertThat(reply.exception("Message")).isEqualTo(message);
  }

  /** A sensor update of its own kind, on the server. */
  private String received(UnaryOperator<Revision> change) {
    Sensor sensor = new Sensor("", "10.9000.1.1", "");
    wsus.lab()
        .updateServers()
        .feed()
        .publish(change.apply(SensorUpdates.bundle(sensor, wsus.lab().clock().instant())));
    wsus.server().inConsole(all -> all.synchronisation().receive());
    return SensorUpdates.idOf(sensor).toString();
  }

  private String acceptance(String eula, String id) {
    return "<eulaId>%s</eulaId><adminName>garrison</adminName>".formatted(eula)
        + RawUpdateServer.key("updateId", id, 200);
  }

  @Test
  void anApprovalIsARowOfElevenColumnsAndIsThereAfterwards() throws Exception {
    SoapReply reply = wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production));

    List<String> row = SoapReply.row(reply.element("ExecuteSPDeployUpdate1Result"));
    assertThat(row)
        .hasSize(11)
        .startsWith(
            "2026-11-24T20:00:00",
            "1",
            "0",
            "2026-11-24T20:00:00",
            "9999-12-31T23:59:59.997",
            "garrison")
        .endsWith("true", update, "200", production);
    assertThat(approvals(update, 200)).hasSize(2).contains(row);
    assertThat(wsus.server().dump()).contains("admin: garrison");
  }

  @Test
  void everyUpdateIsDetectedByTheServersOwnApproval() throws Exception {
    List<List<String>> rows = approvals(update, 200);

    assertThat(rows)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(2)).isEqualTo("2");
          assertThat(row.get(5)).isEqualTo("WUS Server");
          assertThat(row.get(10)).isEqualTo(RawUpdateServer.ALL_COMPUTERS);
        });
  }

  @Test
  void filesComeAfterTheApproval() throws Exception {
    assertThat(updateRow(update, 200).get(19)).isEqualTo("3");
    wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production));
    assertThat(updateRow(update, 200).get(19)).isEqualTo("4");
    wsus.pass(Duration.ofMinutes(4));

    List<String> row = updateRow(update, 200);
    assertThat(row.get(19)).isEqualTo("5");
    assertThat(row.get(18)).isEqualTo("true");
  }

  @Test
  void aDownloadThatFailsIsCounted() throws Exception {
    wsus.server().inConsole(all -> all.contents().failing(true));
    wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production));
    wsus.pass(Duration.ofMinutes(4));

    assertThat(updateRow(update, 200).get(19)).isEqualTo("7");
    assertThat(
            wsus.done("ExecuteSPGetFailedToDownloadUpdatesCount", "")
                .value("ExecuteSPGetFailedToDownloadUpdatesCountResult"))
        .isEqualTo("1");
  }

  @Test
  void approvingAgainReplacesTheApprovalAndItsName() throws Exception {
    String pilot = wsus.group("Pilot servers");
    String old = wsus.update("10.8735");
    assertThat(approvals(old, 200)).anySatisfy(row -> assertThat(row.get(5)).contains("jdoe"));

    wsus.done(DEPLOY, RawUpdateServer.approval(old, 200, pilot));

    assertThat(approvals(old, 200))
        .hasSize(2)
        .noneSatisfy(row -> assertThat(row.get(5)).contains("jdoe"));
  }

  @Test
  void theBundlesPartIsApprovedByTheServer() throws Exception {
    wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production));
    String part =
        wsus.done(
                "ExecuteSPGetUpdatesBundledByUpdate",
                "<preferredCulture>en</preferredCulture>" + RawUpdateServer.key("id", update, 200))
            .rows("minimalProperties")
            .getFirst()
            .getFirst();

    assertThat(approvals(part, 200))
        .singleElement()
        .satisfies(row -> assertThat(row.get(2)).isEqualTo("5"));
    refused(
        RawUpdateServer.approval(part, 200, production),
        "The desired update approval is not valid for the specified computer target group.");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    String nobody = new UUID(1, 2).toString();
    assertThat(
            wsus.call(DEPLOY, RawUpdateServer.approval(nobody, 200, production))
                .exception("Message"))
        .isEqualTo("The specified update cannot be found.");
    assertThat(
            wsus.call(DEPLOY, RawUpdateServer.approval(update, 199, production))
                .exception("Message"))
        .isEqualTo("The specified update cannot be found.");
    assertThat(
            wsus.call(DEPLOY, RawUpdateServer.approval(update, 200, nobody)).exception("Message"))
        .isEqualTo("The target group for this deployment could not be found.");
    assertThat(
            wsus.call(
                    "ExecuteSPDeleteDeployment",
                    "<id>%s</id><adminName>garrison</adminName>".formatted(nobody))
                .exception("Message"))
        .isEqualTo("The specified item could not be found in the database.");
  }

  @Test
  void anExpiredUpdateIsNotApproved() throws Exception {
    wsus.lab().updateServers().feed().expire(UUID.fromString(update));
    wsus.server()
        .inConsole(all -> {
          all.state().settings().declinesExpired(false);
          all.synchronisation().receive();
        });

    refused(
        RawUpdateServer.approval(update, 201, production),
        "The specified update cannot be used because it has been expired by its publisher.");
    assertThat(updateRow(update, 201).get(16)).isEqualTo("1");
  }

  @Test
  void licenceTermsComeFirst() throws Exception {
    UUID terms = new UUID(7, 7);
    String id = received(bundle -> bundle.withEula(terms));
    assertThat(updateRow(id, 200).subList(20, 22)).containsExactly(terms.toString(), "true");
    refused(
        RawUpdateServer.approval(id, 200, production),
        "This Update has Microsoft Software License Terms that must be accepted before it can be"
            + " deployed.");

    wsus.done("ExecuteSPAcceptEula", acceptance(terms.toString(), id));

    assertThat(updateRow(id, 200).get(21)).isEqualTo("false");
    wsus.done(DEPLOY, RawUpdateServer.approval(id, 200, production));
    assertThat(
            wsus.call("ExecuteSPAcceptEula", acceptance(new UUID(8, 8).toString(), id))
                .exception("Message"))
        .isEqualTo("The specified item could not be found in the database.");
  }

  @Test
  void noDeadlineWhereTheUserIsAsked() throws Exception {
    String id = received(bundle -> bundle.withBehaviour(new Behaviour(0, 0, true, false)));

    refused(
        RawUpdateServer.approval(id, 200, production, 0, "2026-12-01T20:00:00"),
        "A deadline cannot be applied to an update that requires user input.");
    wsus.done(DEPLOY, RawUpdateServer.approval(id, 200, production));
  }

  @Test
  void aDeadlineIsKeptToThreeHundredthsOfASecond() throws Exception {
    SoapReply reply =
        wsus.done(
            DEPLOY,
            RawUpdateServer.approval(update, 200, production, 0, "2026-12-01T20:00:00.001Z"));
    assertThat(SoapReply.row(reply.element("ExecuteSPDeployUpdate1Result")).get(4))
        .isEqualTo("2026-12-01T20:00:00");

    SoapReply beyond =
        wsus.call(
            DEPLOY,
            RawUpdateServer.approval(update, 200, production, 0, "9999-12-31T23:59:59.999"));
    assertThat(beyond.faultString())
        .contains("System.Data.SqlTypes.SqlTypeException: SqlDateTime overflow.");
  }

  @Test
  void aBlockOfAllComputersIsRefused() throws Exception {
    refused(
        RawUpdateServer.approval(
            update, 200, RawUpdateServer.ALL_COMPUTERS, 3, RawUpdateServer.NEVER),
        "The desired update approval is not valid for the specified computer target group.");
    wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production, 3, RawUpdateServer.NEVER));
  }

  @Test
  void deletingAnApprovalLetsTheGroupInheritAgain() throws Exception {
    String id =
        SoapReply.row(
                wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production))
                    .element("ExecuteSPDeployUpdate1Result"))
            .get(6);

    wsus.done(
        "ExecuteSPDeleteDeployment", "<id>%s</id><adminName>garrison</adminName>".formatted(id));

    assertThat(approvals(update, 200)).hasSize(1);
  }

  @Test
  void decliningRemovesApprovalsAndApprovingUndoesIt() throws Exception {
    String old = wsus.update("10.8735");
    wsus.done(
        "ExecuteSPDeclineUpdate",
        "<updateId>%s</updateId><adminName>garrison</adminName>".formatted(old)
            + "<failIfReplica>true</failIfReplica>");
    assertThat(updateRow(old, 200).get(22)).isEqualTo("true");
    assertThat(approvals(old, 200)).isEmpty();

    wsus.done(DEPLOY, RawUpdateServer.approval(old, 200, production));

    assertThat(updateRow(old, 200).get(22)).isEqualTo("false");
    assertThat(approvals(old, 200)).hasSize(2);
  }

  @Test
  void aReporterReadsAndDoesNotWrite() throws Exception {
    wsus.server().quirks(quirks -> quirks.role(1));

    assertThat(wsus.done("GetCurrentUserRole", "").value("GetCurrentUserRoleResult"))
        .isEqualTo("1");
    SoapReply reply = wsus.call(DEPLOY, RawUpdateServer.approval(update, 200, production));
    assertThat(reply.faultString())
        .endsWith("System.Security.SecurityException: Request for principal permission failed.");
    assertThat(approvals(update, 200)).hasSize(1);
  }

  @Test
  void aDeadlockOrALoadTurnsARequestAway() throws Exception {
    wsus.server().quirks(quirks -> quirks.deadlocks(1));
    assertThat(wsus.call(DEPLOY, RawUpdateServer.approval(update, 200, production)).faultString())
        .contains("System.Data.SqlClient.SqlException")
        .contains("deadlock victim");
    wsus.server().quirks(quirks -> quirks.busy(1));
    assertThat(wsus.call("GetServerVersion", "").exception("Message"))
        .startsWith("The server has refused the connection");

    wsus.done(DEPLOY, RawUpdateServer.approval(update, 200, production));
  }
}
