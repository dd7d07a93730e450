package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator made in the console, with a name that the manifest comes to want. */
final class AdoptionIT {
  private static final String DEPLOYMENT = "SMS_ApplicationAssignment";
  private static final Address AVAILABLE = new Address("deployment", "Console pilot 2019");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private TrialSite site;
  private RawSite raw;

  @BeforeEach
  void converge() {
    site = new TrialSite("2207", folder);
    raw = new RawSite(site.lab().adminService());
    assertThat(site.converge()).isEmpty();
  }

  @AfterEach
  void stop() {
    raw.close();
    site.close();
  }

  @Test
  void anotherNameForAnApplicationIsRefusedBeforeAnythingIsWritten() {
    site.manifest().replace("tenant:", "naming:\n  application: Sensor {os}\ntenant:");
    assertThatThrownBy(site::plan)
        .hasMessageContaining(
            "application/Sensor 2019 exists, but Garrison can't interpret its properties: the site has it under the name \"Defender for Endpoint 2019\", and Garrison doesn't rename applications. Set \"naming.application\" to that name");
  }

  private JsonNode whole(String path) {
    JsonNode answer = raw.get(path);
    return answer.has("value") ? answer.path("value").path(0) : answer;
  }

  /** Like one of ours, but for users to install, and without a deadline. */
  private void deployAvailable() {
    JsonNode ours = raw.named(DEPLOYMENT, "AssignmentName", "MDE pilot - 2019");
    ObjectNode theirs =
        whole(DEPLOYMENT + "(" + ours.path("AssignmentID").asLong() + ")").deepCopy();
    Schedule anyTime = new Schedule(LocalDateTime.MIN, LocalDateTime.MAX, true);
    Set<String> kept =
        new HashSet<>(
            ApplicationDeployment.requiredInstall("", "", "", "", anyTime).properties().keySet());
    kept.addAll(List.of("AssignedCIs", "TargetCollectionID", "StartTime"));
    theirs.retain(kept);
    theirs.put("AssignmentName", AVAILABLE.name()).put("AssignmentDescription", "By hand");
    theirs.put("OfferTypeID", 2);
    raw.post(DEPLOYMENT, theirs.toString());
    site.manifest()
        .replace(
            "limitingCollection:",
            "naming: {deployment: \"Console {ring} {os}\"}\nlimitingCollection:");
  }

  @Test
  void anAvailableDeploymentWithoutDeadlineIsReadAndNotTakenForOurs() {
    deployAvailable();
    assertThat(site.apply())
        .anySatisfy(problem ->
            assertThat(problem.problem())
                .isEqualTo(
                    "deployment/Console pilot 2019 already exists and isn't managed by Garrison."));
  }

  @Test
  void adoptingAnAvailableDeploymentShowsWhatMakesItRequired() {
    deployAvailable();
    site.pass(Duration.ofMinutes(1));
    try (OpenSession open = site.open()) {
      Planned adoption = open.session().adoption(AVAILABLE);
      assertThat(adoption.plan().changes().getFirst().notes())
          .contains(
              "the next plan changes deadline: (none) -> 2026-11-27T22:00",
              "the next plan changes properties[OfferTypeID]: 2 -> 0")
          .noneMatch(note -> note.contains("changes start"));
      assertThat(adoption.plan().changes().getFirst().differences())
          .singleElement()
          .satisfies(mark -> assertThat(mark.path()).isEqualTo("description"));
    }
  }

  @Test
  void anApplicationOfAnotherIdentityIsRefusedWithWhatIsDifferent() throws Exception {
    JsonNode ours =
        raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", "Defender for Endpoint 2019");
    String digest =
        whole("SMS_Application(" + ours.path("CI_ID").asLong() + ")")
            .path("SDMPackageXML")
            .asText()
            .replaceAll(
                "Application_[0-9A-Fa-f-]{36}", "Application_11111111-2222-4333-8444-555555555555")
            .replaceAll(
                "DeploymentType_[0-9A-Fa-f-]{36}",
                "DeploymentType_11111111-2222-4333-8444-666666666666")
            .replace("Defender for Endpoint 2019", "Console 2019")
            .replaceAll(" ?\\[garrison:[^\\]]*\\]", "");
    raw.post("SMS_Application", MAPPER.writeValueAsString(Map.of("SDMPackageXML", digest)));
    site.manifest()
        .replace(
            "limitingCollection:", "naming: {application: \"Console {os}\"}\nlimitingCollection:");
    try (OpenSession open = site.open()) {
      assertThatThrownBy(() -> open.session().adoption(new Address("application", "Console 2019")))
          .hasMessageStartingWith(
              "application/Console 2019 can't be adopted, because the next plan would be rejected: \"Console 2019\" is another application: its logical name is Application_11111111-2222-4333-8444-555555555555 instead of Application_")
          .hasMessageContaining(
              "A logical name never changes. Different values: deploymentType.logicalName, logicalName. Rename this application in the console, or set \"naming.application\" to another name, and create a new plan. No changes were made. [ADOPTION_REFUSED GAR-0534]");
    }
  }

  @Test
  void aMarkThatAConsoleEditTookAwayIsToldAndPutBack() {
    site.loseMark("MDE pilot - 2019");
    assertThat(site.apply())
        .extracting(Object::toString)
        .contains(
            "collection/MDE pilot - 2019 matches the manifest, but its ownership tag is missing, probably because its text was edited in the console. Restore the tag with: garrison adopt \"collection/MDE pilot - 2019\". Nothing else is changed. [MARK_LOST GAR-0517]");
    adopt(new Address("collection", "MDE pilot - 2019"));
    assertThat(site.converge()).isEmpty();
    assertThat(site.plan().converged()).isTrue();
  }

  private void adopt(Address address) {
    site.pass(Duration.ofMinutes(1));
    try (OpenSession open = site.open()) {
      Planned shown = open.session().adoption(address);
      try (WriteSession writing = open.session().write()) {
        writing.carryOutAsShown(shown, open.session().adoption(address), ApplyListener.silent());
      }
    }
  }

  @Test
  void whatCanCarryNoMarkIsNotAdopted() {
    try (OpenSession open = site.open()) {
      assertThatThrownBy(() ->
              open.session().adoption(new Address("distribution", "Defender for Endpoint 2019")))
          .hasMessage(
              "Objects of this kind carry no ownership tag: distribution/Defender for Endpoint 2019. Leave the object as it is. Its parent object shows the owner, or Garrison only reads it. [CARRIES_NO_MARK GAR-0518]");
    }
  }
}
