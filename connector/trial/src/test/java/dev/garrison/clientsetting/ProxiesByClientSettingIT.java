package dev.garrison.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.session.RingOrder;
import dev.garrison.session.RingOrder.Kind;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring's proxies where a policy onboards its servers. */
final class ProxiesByClientSettingIT {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String METHOD =
      "rollout: {method: client-setting, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}\n";
  private static final String WITH_PROXIES =
      "antivirus: active\n    proxy: {sensor: \"p.example:8080\", antivirus: \"http://p.example:3128\"}";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DATA = "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection";
  private static final String DEFENDER = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(6);
  private static final Duration PAST_AN_EVALUATION = Duration.ofDays(8);

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2509", folder);
    site.manifest()
        .replace("operatingSystems: [2012R2, 2019, 2022]", "operatingSystems: [2019, 2022]");
    site.manifest()
        .replace("  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n", "");
    site.manifest().text(site.manifest().text() + METHOD);
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab().inConsole(console -> console.makePolicy("MDE onboarding", TENANT));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Optional<String> value(String key, String name) {
    return site.lab().servers().registryValue("WEB02", key, name);
  }

  private ServerState state() {
    try (OpenSession open = site.open()) {
      FleetStanding standing = open.session().fleet();
      Server server =
          Arrays.stream(standing.fleet().servers())
              .mapToObj(standing.fleet()::server)
              .filter(each -> each.name().equals("WEB02"))
              .findFirst()
              .orElseThrow();
      return standing.judge().of(server).state();
    }
  }

  @Test
  void whereNoRingHasProxiesThereIsNoApplication() {
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump()).doesNotContain("name: Defender for Endpoint");
  }

  @Test
  void aRingsProxiesComeByAnApplicationThatLeavesSampleSharingToThePolicy() {
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    assertThat(site.plan().remarks())
        .contains(
            "ring pilot: the sensor's proxy is p.example:8080, the antivirus's proxy is http://p.example:3128, on servers that are onboarded already too; nothing orders them before the policy, so a sensor that needs its proxy waits for it");
    assertThat(site.converge()).isEmpty();
    assertThat(site.lab().dump())
        .contains("Set-DefenderSettings.ps1 -SensorProxy p.example:8080 -AntivirusProxy")
        .doesNotContain("-SampleSharing");
    Optional<String> samples = value(POLICY, "AllowSampleCollection");
    site.pass(PAST_THE_DEADLINE);
    assertThat(site.lab().servers().onboardedTo("WEB02")).contains(TENANT);
    assertThat(value(DATA, "TelemetryProxyServer")).contains("p.example:8080");
    assertThat(value(DEFENDER, "ProxyServer")).contains("http://p.example:3128");
    assertThat(value(POLICY, "AllowSampleCollection")).isEqualTo(samples);
    assertThat(site.plan().survey()).containsEntry("route", "client-setting");
  }

  @Test
  void proxiesThatLeaveTheManifestLeaveServersAndTheApplicationStaysToSaySo() {
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
    site.manifest().replace(WITH_PROXIES, "antivirus: active");
    assertThat(site.pending()).contains("UPDATE application/Defender for Endpoint settings");
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_AN_EVALUATION);
    assertThat(value(DATA, "TelemetryProxyServer")).isEmpty();
    assertThat(value(DEFENDER, "ProxyServer")).isEmpty();
    assertThat(site.pending()).isEmpty();
    assertThat(site.lab().dump()).contains("Defender for Endpoint settings");
  }

  @Test
  void aServerOnWhichTheProxiesFailedIsOnboardedAndToBeLookedAt() {
    site.lab().servers().holdSettings("WEB02");
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
    assertThat(state()).isEqualTo(ServerState.SETTINGS);
  }

  @Test
  void aHaltedRingIsNotGivenItsProxiesAndKnowsItsRoute() {
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    assertThat(site.converge()).isEmpty();
    site.order(new RingOrder(Kind.HALT, "pilot", "CHG9"));
    assertThat(site.pending()).isEmpty();
    site.manifest().replace("method: client-setting, ", "");
    assertThat(site.pending()).isEmpty();
    assertThat(site.plan().survey()).containsEntry("route", "client-setting");
    site.pass(PAST_THE_DEADLINE);
    assertThat(value(DATA, "TelemetryProxyServer")).isEmpty();
    site.order(new RingOrder(Kind.RESUME, "pilot", ""));
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_AN_EVALUATION);
    assertThat(value(DATA, "TelemetryProxyServer")).contains("p.example:8080");
  }

  @Test
  void proxiesNeedADistributionPointGroup() {
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    site.manifest().replace("distribution:\n  groups: [Europe DPs]\n", "");
    assertThatThrownBy(() -> site.plan())
        .hasMessageContaining("Ring \"pilot\" has no distribution point group (");
  }

  @Test
  void serversMoveBetweenTheRoutesAndKeepTheirProxies() {
    site.manifest().replace("antivirus: active", WITH_PROXIES);
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
    site.manifest().replace("method: client-setting,", "method: application, migrateRoute: true,");
    assertThat(site.pending())
        .contains("UPDATE application/Defender for Endpoint settings")
        .noneMatch(change -> change.startsWith("DELETE deployment/"));
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_AN_EVALUATION);
    assertThat(value(DATA, "TelemetryProxyServer")).contains("p.example:8080");
    assertThat(value(POLICY, "AllowSampleCollection")).contains("0");
    site.manifest()
        .replace(
            "method: application, migrateRoute: true,",
            "method: client-setting, migrateRoute: true,");
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_AN_EVALUATION);
    assertThat(value(DATA, "TelemetryProxyServer")).contains("p.example:8080");
    assertThat(site.plan().converged()).isTrue();
  }
}
