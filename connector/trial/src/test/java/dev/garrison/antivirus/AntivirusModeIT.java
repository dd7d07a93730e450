package dev.garrison.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Microsoft Defender Antivirus is on each server in the end. Devices are under tamper
 * protection: one that was onboarded before the value was there would stay active.
 */
final class AntivirusModeIT {
  private static final List<String> SERVERS = List.of("APP02", "FS01", "WEB02");
  private static final Duration PAST_THE_DEADLINE = Duration.ofDays(6);
  private static final String PASSIVE_APPLICATION = "Defender for Endpoint antivirus passive";

  @TempDir private Path folder;

  private static Map<String, String> modes(TrialSite site) {
    Map<String, String> modes = new TreeMap<>();
    SERVERS.forEach(server ->
        modes.put(server, site.lab().servers().runningMode(server).orElse("not onboarded")));
    return modes;
  }

  private static Map<String, String> all(String mode) {
    Map<String, String> modes = new TreeMap<>();
    SERVERS.forEach(server -> modes.put(server, mode));
    return modes;
  }

  private TrialSite passive(String name) {
    TrialSite site = new TrialSite(name, folder);
    site.manifest().replace("antivirus: active", TrialManifest.passive("Pilot servers"));
    return site;
  }

  private static void play(TrialSite site) {
    assertThat(site.converge()).isEmpty();
    site.pass(PAST_THE_DEADLINE);
  }

  private static List<String> addresses(Plan plan, Action action) {
    return plan.changes().stream()
        .filter(change -> change.action() == action)
        .map(PlannedChange::address)
        .map(Object::toString)
        .toList();
  }

  @Test
  void everyServerOfAPassiveRingEndsOnboardedAndPassive() {
    try (TrialSite site = passive("2207")) {
      play(site);
      assertThat(modes(site)).isEqualTo(all("Passive Mode"));
      assertThat(site.converge()).isEmpty();
    }
  }

  @Test
  void theOnboardingDependsOnTheModeInTheSitesOwnWords() {
    try (TrialSite site = passive("2207");
        RawSite raw = new RawSite(site.lab().adminService())) {
      assertThat(site.converge()).isEmpty();
      JsonNode mode = raw.named("SMS_Application", "LocalizedDisplayName", PASSIVE_APPLICATION);
      assertThat(mode.path("NumberOfDependentDTs").asInt()).isEqualTo(3);
      assertThat(mode.path("NumberOfDeployments").asInt()).isEqualTo(3);
    }
  }

  @Test
  void onboardingWithoutItsOwnDeploymentOfTheModeStillComesAfterIt() {
    try (TrialSite site = passive("2207");
        RawSite raw = new RawSite(site.lab().adminService())) {
      assertThat(site.converge()).isEmpty();
      for (JsonNode deployment : raw.get("SMS_ApplicationAssignment").path("value")) {
        if (deployment.path("AssignmentName").asText().endsWith("antivirus passive")) {
          raw.delete("SMS_ApplicationAssignment(" + deployment.path("AssignmentID").asLong() + ")");
        }
      }
      site.pass(PAST_THE_DEADLINE);
      assertThat(modes(site)).isEqualTo(all("Passive Mode"));
    }
  }

  @Test
  void aRingThatBecomesActiveReachesServersThatAreOnboarded() {
    try (TrialSite site = passive("2207")) {
      play(site);
      site.manifest().replace("antivirus: passive", "antivirus: active");
      Plan plan = site.plan();
      assertThat(addresses(plan, Action.DELETE))
          .containsExactlyInAnyOrder(
              "deployment/MDE pilot - 2012 R2 antivirus passive",
              "deployment/MDE pilot - 2019 antivirus passive",
              "deployment/MDE pilot - 2022 antivirus passive");
      assertThat(addresses(plan, Action.CREATE))
          .contains(
              "application/Defender for Endpoint antivirus active",
              "deployment/MDE pilot - 2019 antivirus active");
      assertThat(plan.remarks())
          .contains(
              "Action needed: ring pilot leaves passive mode: remove the other antivirus first. Some versions of Windows do so after a restart only");
      play(site);
      assertThat(modes(site)).isEqualTo(all("Normal"));
      assertThat(site.converge()).isEmpty();
    }
  }

  /** On this site APP02 is not under tamper protection, and FS01 loses passive mode by itself. */
  @Test
  void aRingThatBecomesPassiveReachesOnlyServersWithoutTamperProtectionAndThePlanSaysSo() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      play(site);
      assertThat(modes(site)).isEqualTo(all("Normal"));
      site.manifest().replace("antivirus: active", TrialManifest.passive("Pilot servers"));
      assertThat(site.plan().remarks())
          .contains(
              "Action needed: ring pilot becomes passive: under tamper protection its servers that are onboarded stay active, regardless of the registry. Turn it off for them first, and check AMRunningMode afterwards");
      play(site);
      assertThat(modes(site))
          .isEqualTo(Map.of("APP02", "Passive Mode", "FS01", "Normal", "WEB02", "Normal"));
    }
  }

  @Test
  void theModeThatNoRingHasAnyMoreIsAnOrphan() {
    try (TrialSite site = passive("2207")) {
      play(site);
      site.manifest().replace("antivirus: passive", "antivirus: active");
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().orphans()).contains("application/" + PASSIVE_APPLICATION);
    }
  }
}
