package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class ComputerStatusIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final String update = wsus.update("10.8798");

  @AfterEach
  void stop() {
    wsus.close();
  }

  private List<List<String>> counts(String group) throws Exception {
    return wsus.done(
            "ExecuteSPGetUpdateSummaryForSingleTargetGroup",
            "<updateId>%s</updateId><targetGroupId>%s</targetGroupId>".formatted(update, group)
                + "<includeSubgroups>true</includeSubgroups>")
        .rows("ExecuteSPGetUpdateSummaryForSingleTargetGroupResult");
  }

  private List<List<String>> each(String group) throws Exception {
    return wsus.done(
            "ExecuteSPGetUpdateInstallationInfoForTargetGroup",
            "<updateId>%s</updateId><targetGroupId>%s</targetGroupId>".formatted(update, group)
                + "<includeSubgroups>true</includeSubgroups>")
        .rows("ExecuteSPGetUpdateInstallationInfoForTargetGroupResult");
  }

  private String computer(String name) {
    return wsus.server()
        .look(state ->
            state.computers().values().stream()
                .filter(one -> one.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .id());
  }

  @Test
  void aServerWithoutTheSensorReportsNotApplicable() throws Exception {
    List<List<String>> rows = each(wsus.group("Production servers"));

    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(row).hasSize(5));
    assertThat(rows)
        .contains(List.of(update, computer("sql01"), "1", "3", "nil"))
        .contains(List.of(update, computer("web02"), "2", "3", "nil"))
        .contains(List.of(update, computer("app01"), "1", "3", "nil"));
  }

  @Test
  void oneThatNoLongerReportsIsUnknown() throws Exception {
    String unassigned = wsus.group("Unassigned Computers");
    assertThat(counts(unassigned))
        .containsExactly(List.of(update, unassigned, "nil", "0", "1", "2026-11-24T20:00:00"));
  }

  @Test
  void computersInstallWhatIsApprovedAndReady() throws Exception {
    String pilot = wsus.group("Pilot servers");
    wsus.done(
        "ExecuteSPDeployUpdate1", RawUpdateServer.approval(update, 200, wsus.group("Servers")));
    wsus.done(
        "ExecuteSPDeployUpdate1",
        RawUpdateServer.approval(
            update, 200, wsus.group("Frozen servers"), 3, RawUpdateServer.NEVER));
    assertThat(each(pilot)).allSatisfy(row -> assertThat(row.get(2)).isEqualTo("2"));

    wsus.pass(Duration.ofHours(7));

    assertThat(each(pilot))
        .allSatisfy(row -> {
          assertThat(row.get(2)).isEqualTo("4");
          assertThat(row.get(4)).isEqualTo(wsus.group("Servers"));
        });
    assertThat(each(wsus.group("Frozen servers")))
        .containsExactly(List.of(update, computer("dc01"), "2", "3", wsus.group("Frozen servers")));
  }

  @Test
  void summariesComePerGroupAndState() throws Exception {
    SoapReply reply =
        wsus.done(
            "ExecuteSPGetTargetGroupSummariesForUpdate",
            "<updateId>%s</updateId><includeSubgroups>false</includeSubgroups>".formatted(update));

    assertThat(reply.rows("ExecuteSPGetTargetGroupSummariesForUpdateResult"))
        .contains(
            List.of(update, wsus.group("Pilot servers"), "nil", "2", "2", "2026-11-24T20:00:00"));
  }

  @Test
  void computersComeAsThreeLists() throws Exception {
    SoapReply reply =
        wsus.done(
            "ExecuteSPGetComputersInTargetGroup",
            "<targetGroupId>%s</targetGroupId>".formatted(wsus.group("Pilot servers"))
                + "<includeSubgroups>true</includeSubgroups>");
    var sets =
        SoapReply.children(reply.element("ExecuteSPGetComputersInTargetGroupResult")).stream()
            .map(SoapReply::rows)
            .toList();

    assertThat(sets).hasSize(3);
    assertThat(sets.getFirst()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(32));
    assertThat(sets.get(2)).contains(List.of(computer("fs01"), wsus.group("Pilot servers")));
  }

  @Test
  void aComputersIdIsNotItsName() throws Exception {
    assertThat(wsus.call("ExecuteSPGetComputerById", "<id>fs01.lab.example</id>").exception("Type"))
        .isEqualTo("Microsoft.UpdateServices.Administration.WsusObjectNotFoundException");
    assertThat(wsus.call("ExecuteSPGetComputerById", "").exception("Message"))
        .startsWith("Value cannot be null.");
  }
}
