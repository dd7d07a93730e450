package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers that stay out of their ring, or were silent while it soaked. */
final class RingEntryTest extends CensusTrial {
  private int deployed(int ring, long id) {
    int row = server(ring, id);
    fleet.onboarding(row, ring, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));
    return row;
  }

  private void heard(int row, Optional<Instant> last) {
    fleet.presence(
        row, new Presence(true, true, false, "5.00", Optional.empty(), Optional.empty(), last));
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
  void aServerThatWasNotHeardOfSinceTheRingIsHealthyIsSilent() {
    heard(deployed(PLAIN, 1), Optional.of(NOW.minusSeconds(1)));
    heard(deployed(PLAIN, 2), Optional.empty());
    heard(deployed(PLAIN, 3), Optional.of(NOW.plusSeconds(1)));
    heard(deployed(GUARDED, 4), Optional.empty());

    assertThat(of("plain").silent().listed()).isEqualTo("SRV1, SRV2");
    assertThat(of("plain").silentOnboarded()).isEqualTo(2);
    assertThat(of("guarded").silent()).isEqualTo(Lack.NONE);
  }

  @Test
  void aServerThatNoDeploymentTargetsIsNotTakenFromThoseThatTheGateCounts() {
    heard(onboarded(PLAIN, 1), Optional.empty());
    int silent = onboarded(PLAIN, 2);
    heard(silent, Optional.empty());
    fleet.onboarding(silent, PLAIN, new DeploymentStatus(4, 0, 0, "", Optional.empty()));

    assertThat(of("plain").silent()).isEqualTo(Lack.NONE);
    assertThat(of("plain").silentOnboarded()).isZero();
  }

  @Test
  void aServerThatWasOnboardedByPolicyMayBeSilentToo() {
    int row = onboarded(PLAIN, 1);
    heard(row, Optional.empty());
    fleet.onboarding(row, PLAIN, DeploymentStatus.ofPolicy(false));

    assertThat(of("plain").silent().listed()).isEqualTo("SRV1");
    assertThat(of("plain").silentOnboarded()).isEqualTo(1);
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
}
