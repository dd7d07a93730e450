package dev.garrison.mecm.clientoperation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Outcome;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether clients of a deployment that was made are told, and what is said of it. */
final class DeploymentNoticeTest {
  private static final String METHOD = "SMS_ClientOperation.InitiateClientOperation";

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_Collection", "CollectionID")
          .method(METHOD, (_, _) -> FakeAdminService.object());

  @BeforeEach
  void otherCollection() {
    site.add("SMS_Collection", "CollectionID", "PS100099", "MemberCount", 3);
  }

  private Outcome about(Optional<DeploymentNotice.Spread> wanted) {
    return new DeploymentNotice(site, new Json(), wanted)
        .about(FakeAdminService.object("TargetCollectionID", "PS100010"));
  }

  private Outcome told(int minutes, int most) {
    return about(Optional.of(new DeploymentNotice.Spread(minutes, most)));
  }

  private void members(int count) {
    site.add("SMS_Collection", "CollectionID", "PS100010", "MemberCount", count);
  }

  @Test
  void whereNobodyAskedForItNothingIsReadOrSaid() {
    members(1);
    assertThat(about(Optional.empty())).isEqualTo(new Outcome.Done());
    assertThat(site.calls()).isEmpty();
  }

  @Test
  void asManyAsMayBeAreToldSpreadOverAWhile() {
    members(10);
    assertThat(told(15, 10))
        .isEqualTo(new Outcome.Done("its clients were notified to fetch policy within 15 minutes"));
    assertThat(site.writes())
        .containsExactly(
            "invokeStatic SMS_ClientOperation.InitiateClientOperation"
                + " {\"Type\":8,\"TargetCollectionID\":\"PS100010\",\"RandomizationWindow\":15,\"TargetResourceIDs\":[]}");
  }

  @Test
  void oneMoreThanMayBeIsNotTold() {
    members(11);
    assertThat(told(15, 10))
        .isEqualTo(
            new Outcome.Done(
                "its 11 servers exceed \"rollout.notifyClients.maxDevices\": they fetch policy at their next regular interval"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aCollectionWithoutMembersOrNotSeenIsNotTold() {
    Outcome none =
        new Outcome.Done(
            "the site has no servers for it yet: they fetch policy at their next regular interval");
    assertThat(told(15, 10)).isEqualTo(none);
    members(0);
    assertThat(told(15, 10)).isEqualTo(none);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void serversThatCannotBeCountedAreNotTold() {
    site.fail("query", "SMS_Collection", FailureKind.REFUSED, 500, "deadlock");
    assertThat(told(15, 10).toString())
        .contains(
            "its servers couldn't be counted, and fetch policy at their next regular interval: The"
                + " administration service on sccm01.corp.example refused the request: GET"
                + " wmi/SMS_Collection?",
            "(HTTP 500: deadlock).");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aSiteThatCannotTellClientsSaysSo() {
    members(1);
    site.withhold(METHOD);
    assertThat(told(15, 10))
        .isEqualTo(
            new Outcome.Done(
                "this site can't notify clients to fetch policy; they do so at their next regular interval"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aNoticeThatFailsStopsNothing() {
    members(1);
    site.fail("invokeStatic", METHOD, FailureKind.ACCESS_DENIED, 404, "denied");
    assertThat(told(15, 10).toString())
        .contains(
            "its clients couldn't be notified to fetch policy and do so at their next regular interval: The"
                + " administration service on sccm01.corp.example denied access: POST"
                + " wmi/SMS_ClientOperation.InitiateClientOperation (HTTP 404: denied).");
  }

  @Test
  void aNoticeAtOnceSaysNothingOfMinutes() {
    assertThat(
            new ClientNotification(site, new Json())
                .send(ClientNotification.Kind.APPLICATION_EVALUATION, "PS100010"))
        .isEqualTo("its clients were notified to evaluate applications");
    assertThat(site.writes().getFirst()).contains("\"Type\":13", "\"RandomizationWindow\":0");
  }
}
