package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.lab.wsus.work.Variant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class SynchronisingIT {
  private static final String START = "StartSubscriptionManually";
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  private String state() throws Exception {
    return wsus.done("GetSubscriptionState", "").value("GetSubscriptionStateResult");
  }

  private void synchronise() throws Exception {
    wsus.done(START, "");
    wsus.pass(Duration.ofMinutes(3));
  }

  private int events(String from, int... numbers) throws Exception {
    StringBuilder ids = new StringBuilder();
    for (int number : numbers) {
      ids.append(
          "<EventIdFilter><NamespaceId>2</NamespaceId><EventId>%d</EventId></EventIdFilter>"
              .formatted(number));
    }
    String first = "1753-01-01T00:00:00";
    String last = "9999-12-31T23:59:59";
    SoapReply reply =
        wsus.done(
            "ExecuteSPSearchEventHistory",
            "<eventHistoryFilter><eventIdFilter>"
                + ids
                + "</eventIdFilter><fromTimeAtTarget>%s</fromTimeAtTarget>".formatted(first)
                + "<toTimeAtTarget>%s</toTimeAtTarget>".formatted(last)
                + "<fromTimeAtServer>%s</fromTimeAtServer>".formatted(from)
                + "<toTimeAtServer>%s</toTimeAtServer>".formatted(last)
                + "<FromTimeAtTarget>%s</FromTimeAtTarget>".formatted(first)
                + "<ToTimeAtTarget>%s</ToTimeAtTarget>".formatted(last)
                + "<FromTimeAtServer>%s</FromTimeAtServer>".formatted(from)
                + "<ToTimeAtServer>%s</ToTimeAtServer></eventHistoryFilter>".formatted(last));
    return SoapReply.children(reply.element("ExecuteSPSearchEventHistoryResult")).size();
  }

  private List<List<String>> revisions(UUID id) throws Exception {
    return wsus.done(
            "ExecuteSPGetRevisions",
            "<preferredCulture>en</preferredCulture><updateId>%s</updateId>".formatted(id))
        .rows("minimalProperties");
  }

  private List<List<String>> approvals(UUID id, int revision) throws Exception {
    return wsus.done(
            "ExecuteSPGetDeploymentsByUpdate1", RawUpdateServer.key("id", id.toString(), revision))
        .rows("ExecuteSPGetDeploymentsByUpdate1Result");
  }

  @Test
  void itIsRequestedWorksAndEndsWithAnEvent() throws Exception {
    assertThat(state()).isEqualTo("1");
    wsus.done(START, "");
    assertThat(state()).isEqualTo("2");
    wsus.pass(Duration.ofSeconds(50));
    assertThat(state()).isEqualTo("3");
    assertThat(wsus.done("GetServerSyncProgress", "").rows("GetServerSyncProgressResult"))
        .containsExactly(List.of("4", "1", "1"));
    assertThat(events("2026-11-24T20:00:01", 384, 386, 387)).isZero();
    wsus.pass(Duration.ofMinutes(2));

    assertThat(state()).isEqualTo("1");
    assertThat(events("2026-11-24T20:00:01", 384)).isEqualTo(1);
  }

  @Test
  void whatMicrosoftReleasesComesWithTheNextOne() throws Exception {
    UUID id = wsus.lab().updateServers().release("", "10.8900.26200.1001", "");
    assertThat(
            wsus.call(
                    "ExecuteSPGetLatestRevisionNumberForUpdate",
                    "<updateId>%s</updateId>".formatted(id))
                .status())
        .isEqualTo(500);

    synchronise();

    assertThat(revisions(id)).hasSize(1);
    assertThat(
            wsus.done(
                    "ExecuteSPGetUpdatesSupersededByUpdate",
                    "<preferredCulture>en</preferredCulture>"
                        + RawUpdateServer.key("id", id.toString(), 200))
                .rows("minimalProperties"))
        .hasSize(4);
  }

  @Test
  void approvalsFollowToANewRevisionAndLoseTheirName() throws Exception {
    UUID id = UUID.fromString(wsus.update("10.8735"));
    wsus.lab().updateServers().feed().rerelease(id);
    synchronise();

    assertThat(revisions(id)).hasSize(2);
    assertThat(revisions(id).getFirst().get(24)).isEqualTo("false");
    assertThat(approvals(id, 200)).isEmpty();
    assertThat(approvals(id, 201))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.get(5)).isEqualTo("WUS Server"))
        .anySatisfy(row -> assertThat(row.get(2)).isEqualTo("0"));
  }

  @Test
  void whereApprovalsDoNotFollowTheyAreStale() throws Exception {
    UUID id = UUID.fromString(wsus.update("10.8735"));
    wsus.server().inConsole(all -> all.state().settings().autoRefresh(false));
    wsus.lab().updateServers().feed().rerelease(id);
    synchronise();

    assertThat(revisions(id).getLast().get(23)).isEqualTo("true");
    assertThat(revisions(id).getLast().get(18)).isEqualTo("false");
    assertThat(approvals(id, 200)).hasSize(1);
  }

  @Test
  void whatExpiresIsDeclinedWhereTheServerIsSetUpSo() throws Exception {
    UUID id = UUID.fromString(wsus.update("10.8735"));
    wsus.lab().updateServers().feed().expire(id);
    synchronise();

    assertThat(revisions(id).getLast().get(16)).isEqualTo("1");
    assertThat(revisions(id).getLast().get(22)).isEqualTo("true");
    assertThat(approvals(id, 200)).isEmpty();
  }

  @Test
  void anApprovalRuleIsASecondWriter() throws Exception {
    wsus.server()
        .inConsole(all ->
            all.state()
                .rules()
                .add(
                    new ApprovalRule(
                        9,
                        "All updates",
                        true,
                        List.of(),
                        List.of(),
                        List.of(Groups.ALL_COMPUTERS))));
    UUID id = wsus.lab().updateServers().release("", "10.8900.26200.1001", "");
    synchronise();

    assertThat(approvals(id, 200))
        .singleElement()
        .satisfies(row -> assertThat(row.get(2)).isEqualTo("0"));
    SoapReply rules =
        wsus.done("GetAutomaticUpdateApprovalRules", "<preferredCulture>en</preferredCulture>");
    assertThat(SoapReply.children(rules.element("GetAutomaticUpdateApprovalRulesResult")))
        .hasSize(2);
  }

  @Test
  void aFailureLeavesItsEventAndNoReasonOnAPatchedServer() throws Exception {
    wsus.server()
        .inConsole(all -> {
          all.state().quirks().vary(Variant.NO_FAILURE_TEXTS);
          all.synchronisation().next(Synchronisation.Ending.FAILURE);
        });
    synchronise();

    assertThat(state()).isEqualTo("4");
    assertThat(events("2026-11-24T20:00:01", 386)).isEqualTo(1);
    assertThat(events("2026-11-24T20:00:01", 384)).isZero();
  }

  @Test
  void itFailsEachTimeUntilTheServerIsWellAgain() throws Exception {
    fromNowOn(Synchronisation.Ending.FAILURE);
    synchronise();
    synchronise();
    assertThat(events("2026-11-24T20:00:01", 386)).isEqualTo(2);

    fromNowOn(Synchronisation.Ending.SUCCESS);
    synchronise();
    assertThat(events("2026-11-24T20:00:01", 384)).isEqualTo(1);
    assertThat(state()).isEqualTo("1");
  }

  private void fromNowOn(Synchronisation.Ending ending) {
    wsus.server().inConsole(all -> all.synchronisation().fromNowOn(ending));
  }

  @Test
  void itMayHangOrEndWithoutAnEvent() throws Exception {
    wsus.server().inConsole(all -> all.synchronisation().next(Synchronisation.Ending.HANG));
    wsus.done(START, "");
    wsus.pass(Duration.ofDays(2));
    assertThat(state()).isEqualTo("3");

    wsus.server()
        .inConsole(all -> {
          all.synchronisation().restartService();
          all.synchronisation().next(Synchronisation.Ending.NO_EVENT);
        });
    wsus.done(START, "");
    wsus.pass(Duration.ofMinutes(3));
    assertThat(state()).isEqualTo("1");
    assertThat(events("2026-11-26T20:00:01", 384, 386, 387)).isZero();
  }

  @Test
  void timesBefore1753OverflowTheDatabase() throws Exception {
    SoapReply reply =
        wsus.call(
            "ExecuteSPGetCategories",
            "<preferredCulture>en</preferredCulture>"
                + "<retrieveUpdateClassifications>false</retrieveUpdateClassifications>"
                + "<fromSyncDate>0001-01-01T00:00:01</fromSyncDate>"
                + "<toSyncDate>9999-12-31T23:59:59</toSyncDate>");

    assertThat(reply.faultString())
        .contains("System.Data.SqlTypes.SqlTypeException: SqlDateTime overflow.");
  }

  @Test
  void anAutonomousServerGetsWhatItsUpstreamHas() throws Exception {
    RawUpdateServer below = wsus.other("wsus02");
    UUID id = wsus.lab().updateServers().release("", "10.8900.26200.1001", "");
    String question = "<updateId>%s</updateId>".formatted(id);
    below.done(START, "");
    wsus.pass(Duration.ofMinutes(3));
    assertThat(below.call("ExecuteSPGetLatestRevisionNumberForUpdate", question).status())
        .isEqualTo(500);

    synchronise();
    below.done(START, "");
    wsus.pass(Duration.ofMinutes(3));

    below.done("ExecuteSPGetLatestRevisionNumberForUpdate", question);
  }

  @Test
  void aReplicaRepeatsDecisionsAndTakesNone() throws Exception {
    RawUpdateServer replica = wsus.other("wsus03");
    String update = wsus.update("10.8798");
    wsus.done(
        "ExecuteSPDeployUpdate1",
        RawUpdateServer.approval(update, 200, wsus.group("Production servers")));
    SoapReply refused =
        replica.call(
            "ExecuteSPDeployUpdate1",
            RawUpdateServer.approval(update, 200, wsus.group("Production servers")));
    assertThat(refused.exception("Type")).isEqualTo("System.InvalidOperationException");
    assertThat(refused.exception("Message"))
        .isEqualTo("Cannot perform this action when the server is in replica mode");

    replica.done(START, "");
    wsus.pass(Duration.ofMinutes(3));

    assertThat(
            replica
                .done("ExecuteSPGetDeploymentsByUpdate1", RawUpdateServer.key("id", update, 200))
                .rows("ExecuteSPGetDeploymentsByUpdate1Result"))
        .anySatisfy(row -> assertThat(row.get(5)).isEqualTo("garrison"));
  }
}
