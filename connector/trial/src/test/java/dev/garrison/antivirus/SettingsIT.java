package dev.garrison.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sample sharing and proxies on servers that are onboarded when the manifest changes. */
final class SettingsIT {
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(6);
  private static final Duration PAST_AN_EVALUATION = Duration.ofDays(8);
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DATA = "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection";
  private static final String DEFENDER = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final String ACTIVE = "antivirus: active\nsample";
  private static final String WITH_PROXIES =
      "antivirus: active\n    proxy: {sensor: \"p.example:8080\", antivirus: \"http://p.example:3128\"}\nsample";

  @TempDir private Path folder;

  private static Optional<String> value(TrialSite site, String key, String name) {
    return site.lab().servers().registryValue("FS01", key, name);
  }

  private static void onboarded(TrialSite site) {
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
    assertThat(site.lab().servers().onboardedTo("FS01")).isPresent();
  }

  private static List<String> changes(Plan plan, Action action) {
    return plan.changes().stream()
        .filter(change -> change.action() == action)
        .map(PlannedChange::address)
        .map(Object::toString)
        .toList();
  }

  private static Verdict verdict(TrialSite site, String name) {
    try (OpenSession open = site.open()) {
      FleetStanding standing = open.session().fleet();
      Server server =
          Arrays.stream(standing.fleet().servers())
              .mapToObj(standing.fleet()::server)
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      return standing.judge().of(server);
    }
  }

  @Test
  void changedSampleSharingReachesAServerThatIsOnboarded() {
    try (TrialSite site = new TrialSite("2207", folder)) {
      onboarded(site);
      assertThat(value(site, POLICY, "AllowSampleCollection")).contains("0");
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      Plan plan = site.plan();
      assertThat(changes(plan, Action.UPDATE))
          .contains("application/Defender for Endpoint settings");
      assertThat(site.converge()).isEmpty();
      site.pass(PAST_AN_EVALUATION);
      assertThat(value(site, POLICY, "AllowSampleCollection")).contains("1");
      assertThat(verdict(site, "FS01").state()).isEqualTo(ServerState.ONBOARDED);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void proxiesComeToAServerThatIsOnboardedAndGoWithTheManifest() {
    try (TrialSite site = new TrialSite("2207", folder)) {
      onboarded(site);
      assertThat(value(site, DATA, "TelemetryProxyServer")).isEmpty();
      site.manifest().replace(ACTIVE, WITH_PROXIES);
      assertThat(site.converge()).isEmpty();
      site.pass(PAST_AN_EVALUATION);
      assertThat(value(site, DATA, "TelemetryProxyServer")).contains("p.example:8080");
      assertThat(value(site, DEFENDER, "ProxyServer")).contains("http://p.example:3128");
      site.manifest().replace(WITH_PROXIES, ACTIVE);
      assertThat(site.converge()).isEmpty();
      site.pass(PAST_AN_EVALUATION);
      assertThat(value(site, DATA, "TelemetryProxyServer")).isEmpty();
      assertThat(value(site, DEFENDER, "ProxyServer")).isEmpty();
    }
  }

  @Test
  void aProxyThatNeverWasInTheManifestIsLeftAlone() {
    try (TrialSite site = new TrialSite("2207", folder)) {
      site.lab().servers().writeRegistry("FS01", DATA, "TelemetryProxyServer", "gpo:8080");
      onboarded(site);
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      assertThat(site.converge()).isEmpty();
      site.pass(PAST_AN_EVALUATION);
      assertThat(value(site, DATA, "TelemetryProxyServer")).contains("gpo:8080");
    }
  }

  @Test
  void aServerWhoseSettingsAPolicyHoldsIsOnboardedAndToBeLookedAt() {
    try (TrialSite site = new TrialSite("2207", folder)) {
      onboarded(site);
      site.lab().servers().holdSettings("FS01");
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      assertThat(site.converge()).isEmpty();
      site.pass(PAST_AN_EVALUATION);
      assertThat(verdict(site, "FS01"))
          .isEqualTo(
              new Verdict(
                  ServerState.SETTINGS,
                  "onboarded, but the settings couldn't be written: deployment failed, error 20031 (Garrison's script: sample sharing or a proxy could not be written)",
                  "See the log of the script on the server for the reason. A policy may set the value.",
                  Optional.empty()));
      assertThat(site.plan().converged()).as("it does not count in the gate").isTrue();
    }
  }
}
