package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.ring.RingAntivirus;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What plans and gates count of the servers' antivirus. */
final class AntivirusCensusTest extends CensusTrial {
  @Test
  void aStatementWithAServiceLetsNobodyInWhoseInventoryDoesNotShowItRunning() {
    int told = server(GUARDED, 1);
    fleet.antivirus().stated(told, "Contoso Antivirus", true);
    fleet.antivirus().statesTold(told);
    fleet.antivirus().stated(server(GUARDED, 2), "Contoso Antivirus", true);
    int believed = server(GUARDED, 3);
    fleet.antivirus().stated(believed, "Contoso Antivirus", false);
    fleet.antivirus().stated(believed, "Fabrikam Antivirus", true);
    fleet.antivirus().statesTold(believed);

    assertThat(of("guarded").keptOut()).containsExactly(Map.entry(1L, "SRV1"));
  }

  @Test
  void onlyAServerBesideAnotherAntivirusEntersAPassiveRing() {
    fleet.antivirus().other(server(GUARDED, 1), "ESET", true);
    fleet.antivirus().stated(server(GUARDED, 2), "Contoso Antivirus", false);
    fleet.antivirus().other(server(GUARDED, 3), "ESET", false);
    server(GUARDED, 4);

    assertThat(of("guarded").keptOut())
        .containsExactly(Map.entry(3L, "SRV3"), Map.entry(4L, "SRV4"));
    assertThat(of("guarded").refused().listed()).isEqualTo("SRV3, SRV4");
    assertThat(of("guarded").untargeted()).isEqualTo(2);
  }

  @Test
  void aServerOfASystemThatTheManifestLeavesOutIsNotCounted() {
    fleet.system(server(GUARDED, 1), "Microsoft Windows Server 2022 Standard");
    fleet.system(server(GUARDED, 2), "");

    assertThat(of("guarded").keptOut()).containsOnlyKeys(2L);
    assertThat(of("guarded").untargeted()).isZero();
  }

  @Test
  void anOnboardedServerStaysInItsRing() {
    onboarded(GUARDED, 1);
    int reported = server(GUARDED, 2);
    fleet.onboarding(reported, GUARDED, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));

    assertThat(of("guarded").keptOut()).isEmpty();
    assertThat(of("guarded").onboarded()).isEqualTo(2);
  }

  @Test
  void aServerOfAnotherTenantIsNotOnboarded() {
    fleet.sensor(
        server(GUARDED, 1),
        new Sensor(1, "77aa0000-0000-4000-8000-000000000003", true, Optional.empty()));

    assertThat(of("guarded").keptOut()).containsOnlyKeys(1L);
  }

  @Test
  void exceptionsAndObsoleteRecordsAreNotCounted() {
    server(GUARDED, 9);
    fleet.presence(
        server(GUARDED, 8), new Presence(true, true, true, "5.00.9128.1007", Optional.empty()));

    assertThat(of("guarded")).isEqualTo(RingAntivirus.NONE);
  }

  @Test
  void aServerThatWasTargetedBeforeIsCountedAsSuch() {
    int row = server(GUARDED, 1);
    fleet.onboarding(row, GUARDED, new DeploymentStatus(4, 0, 0, "", Optional.empty()));

    assertThat(of("guarded").keptOut()).containsOnlyKeys(1L);
    assertThat(of("guarded").untargeted()).isZero();
  }

  @Test
  void aServerThatInstallsStaysAMember() {
    int row = server(GUARDED, 1);
    fleet.onboarding(row, GUARDED, new DeploymentStatus(2, 2000, 0, "", Optional.empty()));

    assertThat(of("guarded").keptOut()).isEmpty();
  }

  @Test
  void theSensorOfTheMonitoringAgentDoesNotCountAsOnboarded() {
    int agent = onboarded(GUARDED, 1);
    fleet.system(agent, "Microsoft Windows Server 2016 Standard");
    fleet.facts().servicesTold(agent);
    int unified = onboarded(GUARDED, 2);
    fleet.system(unified, "Microsoft Windows Server 2016 Standard");
    fleet.facts().servicesTold(unified);
    fleet.facts().service(unified, Service.SENSE, false);
    fleet.antivirus().senseStarts(unified, "Auto");
    fleet.facts().servicesTold(onboarded(GUARDED, 3));

    assertThat(of("guarded").keptOut()).containsOnlyKeys(1L);
    assertThat(of("guarded").onboarded()).isEqualTo(2);
  }

  @Test
  void aDefenderThatWasRemovedIsSeen() {
    int bare = onboarded(PLAIN, 1);
    fleet.facts().service(bare, Service.SENSE, false);
    fleet.antivirus().senseStarts(bare, "Auto");
    fleet.facts().servicesTold(bare);
    fleet.antivirus().statesTold(bare);
    int guarded = onboarded(PLAIN, 2);
    fleet.facts().service(guarded, Service.SENSE, false);
    fleet.antivirus().senseStarts(guarded, "Auto");
    fleet.facts().servicesTold(guarded);
    fleet.antivirus().statesTold(guarded);
    fleet.antivirus().other(guarded, "ESET", true);
    int before = server(PLAIN, 3);
    fleet.onboarding(before, PLAIN, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));
    fleet.facts().servicesTold(before);
    fleet.antivirus().statesTold(before);

    assertThat(of("plain").unprotected().listed()).isEqualTo("SRV1");
    assertThat(of("plain").unhealthy().listed()).isEqualTo("SRV1, SRV2");
    assertThat(of("plain").unknown().unseen().listed()).isEqualTo("SRV3");
  }

  /** That inventory is from before the agent, which brings Defender to 2012 R2. */
  @Test
  void inventoryOfTheMonitoringAgentsSensorTellsAGateNothingOfDefender() {
    int row = onboarded(PLAIN, 1);
    fleet.system(row, "Microsoft Windows Server 2016 Standard");
    fleet.facts().servicesTold(row);
    fleet.antivirus().statesTold(row);
    fleet.onboarding(row, PLAIN, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));

    assertThat(of("plain").onboarded()).isEqualTo(1);
    assertThat(of("plain").unprotected().servers()).isZero();
    assertThat(of("plain").unhealthy().servers()).isZero();
  }

  /** The tenant of the old sensor does not matter: the server moved to this one. */
  @Test
  void inventoryOfAnotherTenantsOldSensorTellsAGateNothingOfDefender() {
    int row = onboarded(PLAIN, 1);
    fleet.sensor(
        row, new Sensor(1, "77aa0000-0000-4000-8000-000000000003", true, Optional.empty()));
    fleet.system(row, "Microsoft Windows Server 2016 Standard");
    fleet.facts().servicesTold(row);
    fleet.antivirus().statesTold(row);
    fleet.onboarding(row, PLAIN, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));

    assertThat(of("plain").unprotected().servers()).isZero();
  }

  @Test
  void aRemovedDefenderBesideARunningProductClosesNoPassiveRing() {
    int row = onboarded(GUARDED, 1);
    fleet.facts().service(row, Service.SENSE, false);
    fleet.antivirus().senseStarts(row, "Auto");
    fleet.facts().servicesTold(row);
    fleet.antivirus().statesTold(row);
    fleet.antivirus().other(row, "ESET", true);

    assertThat(of("guarded").unprotected().servers()).isZero();
    assertThat(of("guarded").unhealthy().servers()).isZero();
  }

  @Test
  void aSensorThatMayBeTheMonitoringAgentsIsNeitherCountedNorKeptOut() {
    fleet.system(onboarded(GUARDED, 1), "Microsoft Windows Server 2016 Standard");

    assertThat(of("guarded").keptOut()).isEmpty();
    assertThat(of("guarded").onboarded()).isZero();
  }

  @Test
  void anUnhealthyServerWhoseDeploymentHasNotSucceededIsNotSubtracted() {
    int row = onboarded(GUARDED, 1);
    fleet.onboarding(row, GUARDED, new DeploymentStatus(5, 5000, 20099, "", Optional.empty()));
    fleet.antivirus().custom(row, "Passive Mode", Optional.of(false));
    fleet.antivirus().statesTold(row);

    assertThat(of("guarded").unhealthy().isAny()).isFalse();
    assertThat(of("guarded").unprotected().listed()).isEqualTo("SRV1");
  }

  @Test
  void onboardedServersAreHealthyUnhealthyUnprotectedOrUnknown() {
    int passive = onboarded(GUARDED, 1);
    fleet.antivirus().custom(passive, "Passive Mode", Optional.of(false));
    fleet.antivirus().other(passive, "ESET", true);
    int normal = onboarded(GUARDED, 2);
    fleet.antivirus().custom(normal, "Normal", Optional.of(true));
    int bare = onboarded(GUARDED, 3);
    fleet.antivirus().custom(bare, "Passive Mode", Optional.of(false));
    fleet.antivirus().statesTold(bare);
    onboarded(GUARDED, 4);

    RingAntivirus ring = of("guarded");
    assertThat(ring.onboarded()).isEqualTo(4);
    assertThat(ring.unhealthy().listed()).isEqualTo("SRV2, SRV3");
    assertThat(ring.unprotected().listed()).isEqualTo("SRV3");
    assertThat(ring.unknown().mode().listed()).isEqualTo("SRV4");
    assertThat(ring.unknown().classSeen()).isTrue();
    assertThat(ring.asked()).isZero();
  }

  /** Onboarding changes the mode, and inventory is taken now and then. */
  @Test
  void inventoryFromBeforeOnboardingIsNoReasonToCallAServerUnhealthy() {
    int row = server(GUARDED, 1);
    fleet.onboarding(row, GUARDED, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));
    fleet.antivirus().custom(row, "Normal", Optional.of(true));

    assertThat(of("guarded").unhealthy().isAny()).isFalse();
    assertThat(of("guarded").unknown().unseen().listed()).isEqualTo("SRV1");
  }

  @Test
  void aServerThatTellsItsModeAndNotItsServicesIsUnknownForThat() {
    fleet.antivirus().custom(onboarded(GUARDED, 1), "Passive Mode", Optional.of(false));

    assertThat(of("guarded").unknown().other().listed()).isEqualTo("SRV1");
  }

  @Test
  void aServerThatAnswersThatItIsNotPassiveSpeaksAgainstASample() {
    int row = onboarded(GUARDED, 1);
    fleet.answered(row, answer("Normal"));

    assertThat(of("guarded").askedUnhealthy()).isOne();
    assertThat(of("guarded").unhealthy().listed()).isEqualTo("SRV1");
  }

  @Test
  void aServerThatAnsweredItselfSpeaksForASample() {
    int row = onboarded(GUARDED, 1);
    fleet.answered(row, answer("EDR Block Mode"));

    assertThat(of("guarded").asked()).isOne();
    assertThat(of("guarded").unknown().isAny()).isFalse();
  }

  private static LiveAnswer answer(String mode) {
    return new LiveAnswer(
        NOW,
        LiveService.RUNNING,
        LiveService.RUNNING,
        Optional.of("1"),
        Optional.empty(),
        Optional.of(mode),
        Optional.empty(),
        Optional.empty(),
        Optional.of(false),
        Optional.of("ESET"),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void edrBlockModeIsPassiveWhereTheModesDeploymentDetectedTheValue() {
    int row = onboarded(GUARDED, 1);
    fleet.antivirus().custom(row, "EDR Block Mode", Optional.empty());
    fleet.antivirus().other(row, "ESET", true);
    assertThat(of("guarded").unknown().servers()).isOne();

    fleet.beside(
        CompanionState.ANTIVIRUS_MODE, row, new DeploymentStatus(1, 1001, 0, "", Optional.empty()));
    assertThat(of("guarded").unknown().servers()).isZero();
  }

  @Test
  void inAnActiveRingRealTimeProtectionThatIsOffIsUnhealthyAndUnknownIsCounted() {
    int on = onboarded(PLAIN, 1);
    fleet.antivirus().sentRealTime(on, true);
    int off = onboarded(PLAIN, 2);
    fleet.antivirus().sentRealTime(off, false);
    onboarded(PLAIN, 3);

    assertThat(of("plain").unhealthy().listed()).isEqualTo("SRV2");
    assertThat(of("plain").unknown().mode().listed()).isEqualTo("SRV3");
  }

  @Test
  void aServerThatWasOnboardedByPolicyCountsWithItsAntivirus() {
    int row = onboarded(GUARDED, 1);
    fleet.onboarding(row, GUARDED, DeploymentStatus.ofPolicy(false));
    fleet.antivirus().custom(row, "Normal", Optional.of(true));

    assertThat(of("guarded").unhealthy().listed()).isEqualTo("SRV1");
  }
}
