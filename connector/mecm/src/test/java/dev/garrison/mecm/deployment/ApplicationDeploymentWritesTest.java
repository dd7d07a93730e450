package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.resource.Observation;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The requests that make, change, halt and delete a deployment, and what stands before them. */
final class ApplicationDeploymentWritesTest {
  private static final String BODY =
      "{\"AssignmentName\":\"MDE pilot\",\"AssignmentDescription\":\"Ring pilot."
          + " [garrison:1:contoso-prod]\",\"TargetCollectionID\":\"PS100010\",\"StartTime\":\"2026-11-27T22:00:00Z\",\"EnforcementDeadline\":\"2026-11-30T22:00:00Z\",\"AssignedCIs\":[16777002],\"ApplyToSubTargets\":false,\"AssignmentAction\":2,\"AssignmentType\":2,\"DPLocality\":80,\"DesiredConfigType\":1,\"DisableMomAlerts\":false,\"Enabled\":true,\"LogComplianceToWinEvent\":false,\"NotifyUser\":false,\"OfferFlags\":0,\"OfferTypeID\":0,\"OverrideServiceWindows\":false,\"PersistOnWriteFilterDevices\":false,\"Priority\":1,\"RaiseMomAlertsOnFailure\":false,\"RebootOutsideOfServiceWindows\":false,\"RequireApproval\":false,\"SendDetailedNonComplianceStatus\":false,\"SoftDeadlineEnabled\":false,\"StateMessagePriority\":5,\"SuppressReboot\":3,\"UpdateSupersedence\":false,\"UseGMTTimes\":true,\"UserUIExperience\":false,\"WoLEnabled\":false";
  private static final String PUT =
      "put SMS_ApplicationAssignment(16777301) " + BODY + ",\"AssignmentID\":16777301}";
  private static final String DELETE = "delete SMS_ApplicationAssignment(16777301)";
  private static final String PARTS_MISSING =
      " Run \"garrison plan\" to see the current state. [DEPLOYMENT_PARTS_MISSING GAR-0271]";

  private final Deployed there = new Deployed();

  private static String told(int type) {
    return told(type, 0);
  }

  private static String told(int type, int minutes) {
    return "invokeStatic SMS_ClientOperation.InitiateClientOperation {\"Type\":%d,\"TargetCollectionID\":\"PS100010\",\"RandomizationWindow\":%d,\"TargetResourceIDs\":[]}"
        .formatted(type, minutes);
  }

  @Test
  void oneIsMadeRequiredQuietAndInsideMaintenanceWindows() {
    assertThat(there.carryOut(Action.CREATE, Deployed.state())).isEqualTo(new Outcome.Done());
    assertThat(there.site.writes())
        .containsExactly("create SMS_ApplicationAssignment " + BODY + "}");
  }

  @Test
  void aTimeByTheClientsClockIsWrittenAsSuch() {
    there.carryOut(
        Action.CREATE,
        ApplicationDeployment.requiredInstall(
            "MDE pilot",
            "",
            Deployed.MODEL,
            Deployed.COLLECTION.name(),
            new Schedule(Deployed.MONDAY, Deployed.MONDAY, true)));
    assertThat(there.site.writes().getFirst()).contains("\"UseGMTTimes\":false");
  }

  @Test
  void aPropertyThatTheSiteLacksIsNotWritten() {
    there.site.withhold("SMS_ApplicationAssignment.WoLEnabled");
    there.carryOut(Action.CREATE, Deployed.state());
    assertThat(there.site.writes().getFirst())
        .doesNotContain("WoLEnabled")
        .contains("\"UserUIExperience\":false");
  }

  @Test
  void nothingIsMadeWithoutItsCollection() {
    there.ids.update(Deployed.COLLECTION, new Observation.Missing<>());
    assertThatThrownBy(() -> there.carryOut(Action.CREATE, Deployed.state()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The collection of the deployment \"MDE pilot\" doesn't exist on the site: collection/Pilot servers."
                + PARTS_MISSING);
    assertThat(there.site.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"CREATE", "UPDATE", "REPLACE"})
  void nothingIsWrittenWithoutItsApplication(Action action) {
    there.deployment();
    there.site.clear("SMS_Application");
    assertThatThrownBy(() -> there.carryOut(action, Deployed.state()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The site has no application with the ModelName ScopeId_1/Application_one."
                + PARTS_MISSING);
    assertThat(there.site.writes()).isEmpty();
  }

  @Test
  void oneIsChangedWithItsOwnKeyAndTimes() {
    there.deployment().put("EnforcementDeadline", "2026-12-07T22:00:00Z");
    assertThat(there.carryOut(Action.UPDATE, Deployed.state())).isEqualTo(new Outcome.Done());
    assertThat(there.site.writes())
        .containsExactly(PUT.replace("2026-11-30T22:00:00Z", "2026-12-07T22:00:00Z"));
  }

  @Test
  void oneIsDeletedByItsKey() {
    there.deployment();
    assertThat(there.carryOut(Action.DELETE, Deployed.state())).isEqualTo(new Outcome.Done());
    assertThat(there.site.writes()).containsExactly(DELETE);
  }

  @Test
  void oneIsReplacedWithTheTimesThatItHad() {
    there.deployment().put("StartTime", "2026-11-20T22:00:00Z");
    assertThat(there.carryOut(Action.REPLACE, Deployed.state())).isEqualTo(new Outcome.Done());
    assertThat(there.site.writes())
        .containsExactly(
            DELETE,
            "create SMS_ApplicationAssignment "
                + BODY.replace("2026-11-27T22:00:00Z", "2026-11-20T22:00:00Z")
                + "}");
  }

  @Test
  void oneIsHaltedByBeingDisabledAndItsClientsAreTold() {
    there.deployment();
    assertThat(there.carryOut(Action.UPDATE, Deployed.state().disabled()))
        .isEqualTo(new Outcome.Done("its clients were notified to fetch policy"));
    assertThat(there.site.writes())
        .containsExactly(PUT.replace("\"Enabled\":true", "\"Enabled\":false"), told(8));
    assertThat(there.kept).isEmpty();
  }

  private void servers() {
    there.site.add(
        "SMS_AppDeploymentAssetDetails",
        "AssignmentID",
        16777301,
        "DTCI",
        1,
        "DTModelID",
        1,
        "MachineName",
        "SRV1",
        "UserName",
        "");
    there.site.add("SMS_AppDeploymentAssetDetails", "AssignmentID", 2, "MachineName", "SRV2");
  }

  @Test
  void oneThatTheSiteRefusesToDisableIsDeletedOnceItsStatusIsKept() {
    there.deployment();
    servers();
    there.site.fail("put", "SMS_ApplicationAssignment", FailureKind.REFUSED, 500, "not supported");
    assertThat(there.carryOut(Action.UPDATE, Deployed.state().disabled()))
        .isEqualTo(
            new Outcome.Done(
                "deleted, because the deployment couldn't be disabled; the status of its servers is kept in status/1.jsonl; its clients were notified to fetch policy"));
    assertThat(there.site.writes()).hasSize(3).element(1).isEqualTo(DELETE);
    assertThat(there.kept).containsExactly("16777301 SRV1", "on disk after 1 writes");
  }

  @Test
  void oneThatStaysEnabledThoughTheSiteTookTheChangeIsDeleted() {
    there.deployment();
    there.site.before(
        "get",
        "SMS_ApplicationAssignment",
        () -> {
          there.site.clear("SMS_ApplicationAssignment");
          there.deployment();
        });
    there.carryOut(Action.UPDATE, Deployed.state().disabled());
    assertThat(there.site.writes()).contains(DELETE);
  }

  @Test
  void anyOtherFailureToDisableDeletesNothing() {
    there.deployment();
    there.site.fail("put", "SMS_ApplicationAssignment", FailureKind.ACCESS_DENIED, 404, "denied");
    assertThatThrownBy(() -> there.carryOut(Action.UPDATE, Deployed.state().disabled()))
        .isInstanceOfSatisfying(
            AdminServiceException.class,
            denied -> assertThat(denied.kind()).isEqualTo(FailureKind.ACCESS_DENIED));
    assertThat(there.site.writes()).hasSize(1);
  }

  @Test
  void oneThatIsEnabledAgainIsTriedAgainAtOnce() {
    there.deployment().put("Enabled", false);
    assertThat(there.carryOut(Action.UPDATE, Deployed.state()))
        .isEqualTo(new Outcome.Done("its clients were notified to evaluate applications"));
    assertThat(there.site.writes()).containsExactly(PUT, told(8), told(13));
  }

  @Test
  void oneThatStaysDisabledTellsNobody() {
    there.deployment().put("Enabled", false);
    assertThat(there.carryOut(Action.UPDATE, Deployed.state().disabled()))
        .isEqualTo(new Outcome.Done());
    assertThat(there.site.writes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"CREATE", "REPLACE"})
  void clientsOfOneThatWasMadeAreToldWhereThatIsWanted(Action action) {
    there.telling(30, 5).deployment();
    assertThat(there.carryOut(action, Deployed.state()))
        .isEqualTo(new Outcome.Done("its clients were notified to fetch policy within 30 minutes"));
    assertThat(there.site.writes()).last().isEqualTo(told(8, 30));
  }
}
