package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.SmallManifest;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What plans and gates count of the servers' antivirus. */
final class AntivirusCensusTest {
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final int GUARDED = 0;
  private static final int PLAIN = 1;

  private final Fleet fleet = new Fleet(List.of("guarded", "plain"), Set.of("guarded"));

  private static Manifest manifest() {
    return SmallManifest.ofRings(
        """
          - {name: guarded, collections: [A], maxDevices: 50, deadline: "+3d 22:00", antivirus: passive}
          - {name: plain, collections: [B], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
        """,
        start ->
            start
                .replace("[2019]", "[2016, 2019]")
                .replace(
                    "onboarding.zip}",
                    "onboarding.zip, installer: md4ws.msi, installScript: install.ps1,"
                        + " platformUpdate: UpdatePlatform.exe}"));
  }

  private int server(int ring, long id) {
    int row = fleet.add(id, "SRV" + id);
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(ring, members);
    fleet.system(row, "Microsoft Windows Server 2019 Standard");
    return row;
  }

  /** A server whose inventory shows the sensor onboarded. */
  private int onboarded(int ring, long id) {
    int row = server(ring, id);
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.empty()));
    return row;
  }

  private RingAntivirus of(String ring) {
    AntivirusCensus census =
        new AntivirusCensus(
            manifest(), new ExcludedServers(Map.of("SRV9", "left out")), Map.of("plain", NOW));
    for (int row : fleet.servers()) {
      census.add(fleet.server(row), fleet.facts().at(row));
    }
    return Objects.requireNonNull(census.rings().get(ring));
  }

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
  void anActiveRingKeepsNobodyOutOverUnknownFacts() {
    server(PLAIN, 1);
    fleet.system(server(PLAIN, 2), "Microsoft Windows Server 2016 Standard");
    fleet.system(server(PLAIN, 3), "");

    assertThat(of("plain")).isEqualTo(RingAntivirus.NONE);
  }

  @Test
  void anActiveRingKeepsOutAServerWithAnotherAntivirus() {
    int row = server(PLAIN, 1);
    fleet.facts().servicesTold(row);
    fleet.facts().service(row, Service.SENSE, false);
    fleet.facts().service(row, Service.DEFENDER, false);
    fleet.facts().otherAntivirus(row, "ESET");

    assertThat(of("plain").keptOut()).containsOnlyKeys(1L);
    assertThat(of("plain").untargeted()).isEqualTo(1);
  }

  @Test
  void anActiveRingKeepsOutAServerWithoutItsDefender() {
    int missing = server(PLAIN, 1);
    fleet.facts().servicesTold(missing);
    fleet.facts().service(missing, Service.SENSE, false);
    int disabled = server(PLAIN, 2);
    fleet.facts().servicesTold(disabled);
    fleet.facts().service(disabled, Service.SENSE, false);
    fleet.facts().service(disabled, Service.DEFENDER, true);

    assertThat(of("plain").keptOut()).containsOnlyKeys(1L, 2L);
  }

  @Test
  void anActiveRingKeepsOutA2016WithoutItsUpdate() {
    int old = server(PLAIN, 1);
    fleet.system(old, "Microsoft Windows Server 2016 Standard");
    fleet.facts().revision(old, 2514);
    int enough = server(PLAIN, 2);
    fleet.system(enough, "Microsoft Windows Server 2016 Standard");
    fleet.facts().revision(enough, 2515);

    assertThat(of("plain").keptOut()).containsOnlyKeys(1L);
  }

  @Test
  void anActiveRingKeepsOutAServerOfAnotherTenant() {
    fleet.sensor(
        server(PLAIN, 1),
        new Sensor(1, "77aa0000-0000-4000-8000-000000000003", true, Optional.empty()));

    assertThat(of("plain").keptOut()).containsOnlyKeys(1L);
  }

  @Test
  void aServerThatADeploymentTargetsStaysInAnActiveRing() {
    int row = server(PLAIN, 1);
    fleet.facts().servicesTold(row);
    fleet.onboarding(row, PLAIN, new DeploymentStatus(4, 4000, 0, "", Optional.empty()));

    assertThat(of("plain").keptOut()).isEmpty();
  }

  @Test
  void aPassiveRingKeepsOutWhatTheScriptRefusesForOtherReasonsToo() {
    int row = server(GUARDED, 1);
    fleet.antivirus().other(row, "ESET", true);
    fleet.system(row, "Microsoft Windows Server 2016 Standard");
    fleet.facts().revision(row, 2514);

    assertThat(of("guarded").keptOut()).containsOnlyKeys(1L);
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
    fleet.live().answered(row, answer("Normal"));

    assertThat(of("guarded").askedUnhealthy()).isOne();
    assertThat(of("guarded").unhealthy().listed()).isEqualTo("SRV1");
  }

  @Test
  void aServerThatAnsweredItselfSpeaksForASample() {
    int row = onboarded(GUARDED, 1);
    fleet.live().answered(row, answer("EDR Block Mode"));

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

  private void heard(int row, Optional<Instant> last) {
    fleet.presence(
        row, new Presence(true, true, false, "5.00", Optional.empty(), Optional.empty(), last));
  }

  @Test
  void aServerThatWasNotHeardOfSinceTheRingIsHealthyIsSilent() {
    heard(onboarded(PLAIN, 1), Optional.of(NOW.minusSeconds(1)));
    heard(onboarded(PLAIN, 2), Optional.empty());
    heard(onboarded(PLAIN, 3), Optional.of(NOW.plusSeconds(1)));
    heard(onboarded(GUARDED, 4), Optional.empty());

    assertThat(of("plain").silent().listed()).isEqualTo("SRV1, SRV2");
    assertThat(of("plain").silentOnboarded()).isEqualTo(2);
    assertThat(of("guarded").silent()).isEqualTo(Lack.NONE);
  }

  @Test
  void aServerThatNeverReportedIsNotCountedAsSilentAsWell() {
    int never = server(PLAIN, 1);
    heard(never, Optional.empty());
    fleet.onboarding(never, PLAIN, new DeploymentStatus(4, 0, 0, "", Optional.empty()));
    int installs = server(PLAIN, 2);
    heard(installs, Optional.empty());
    fleet.onboarding(installs, PLAIN, new DeploymentStatus(2, 2000, 0, "", Optional.empty()));

    assertThat(of("plain").silent().listed()).isEqualTo("SRV2");
    assertThat(of("plain").silentOnboarded()).isZero();
  }

  @Test
  void aServerThatWasOnboardedByPolicyCountsWithItsAntivirus() {
    int row = onboarded(GUARDED, 1);
    fleet.onboarding(row, GUARDED, DeploymentStatus.ofPolicy(false));
    fleet.antivirus().custom(row, "Normal", Optional.of(true));

    assertThat(of("guarded").unhealthy().listed()).isEqualTo("SRV1");
  }
}
