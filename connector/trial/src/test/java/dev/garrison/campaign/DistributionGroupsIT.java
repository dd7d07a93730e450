package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.json.Json;
import dev.garrison.lab.ServedRequest;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.Releases;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which distribution point groups have the content, seen from the first minute on. */
final class DistributionGroupsIT {
  private static final String EUROPE = "groups: [Europe DPs]";
  private static final String AMERICAS = "groups: [Americas DPs]";
  private static final String BOTH = "groups: [Europe DPs, Americas DPs]";

  private static final Schedule ANY_TIME = new Schedule(LocalDateTime.MIN, LocalDateTime.MAX, true);
  private static final Set<String> WRITTEN =
      Set.of("AssignedCIs", "TargetCollectionID", "StartTime", "EnforcementDeadline");

  @Test
  void aPlanRightAfterTheDistributionWaitsThoughNoStatusShows(@TempDir Path folder) {
    try (TrialSite site = oneSystem(folder);
        RawSite raw = raw(site)) {
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofSeconds(20));
      assertThat(distribute(site)).isEmpty();
      assertThat(raw.get("SMS_DPGroupDistributionStatusDetails").path("value")).isEmpty();
      Plan plan = site.plan();
      assertThat(plan.count(Action.WAIT)).as("%s", plan).isEqualTo(4);
      assertThat(plan.writes()).isFalse();
      assertThat(plan.converged()).as("so its exit code is 3").isFalse();
      assertThat(distribution(plan).summary()).isEqualTo("the site is sending to Europe DPs");
      site.lab().requests().reset();
      assertThat(site.apply()).isEmpty();
      assertThat(site.lab().requests().writes()).as("nothing is sent twice").isEmpty();
    }
  }

  @Test
  void aGroupThatLeftTheManifestLosesTheContentWhenTheOthersHaveIt(@TempDir Path folder) {
    try (TrialSite site = oneSystem(folder);
        RawSite raw = raw(site)) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace(EUROPE, AMERICAS);
      PlannedChange change = distribution(site.plan());
      assertThat(change.action()).isEqualTo(Action.UPDATE);
      assertThat(change.differences())
          .extracting(difference -> difference.path())
          .containsExactly("groups[Americas DPs]", "groups[Europe DPs]");
      assertThat(distribute(site)).isEmpty();
      assertThat(groups(raw)).as("both while the new one is empty").hasSize(2);
      assertThat(distribution(site.plan()).summary())
          .isEqualTo("the site is sending to Americas DPs; then removed from Europe DPs");
      site.pass(Duration.ofMinutes(10));
      assertThat(distribution(site.plan()).summary())
          .isEqualTo("removed from Europe DPs; stays on Americas DPs");
      assertThat(distribute(site)).isEmpty();
      assertThat(groups(raw)).hasSize(1);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void oneRunWithWaitingDoesBoth(@TempDir Path folder) {
    try (TrialSite site = oneSystem(folder);
        RawSite raw = raw(site)) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace(EUROPE, AMERICAS);
      assertThat(site.converge()).isEmpty();
      assertThat(groups(raw)).hasSize(1);
      assertThat(site.plan().converged()).isTrue();
      assertThat(site.lab().requests().writes())
          .extracting(ServedRequest::path)
          .filteredOn(path -> path.contains("RemovePackages"))
          .as("for the onboarding and for the settings")
          .hasSize(2);
    }
  }

  @Test
  void aGroupThatSomebodyElseDeploysFromKeepsTheContent(@TempDir Path folder) {
    try (TrialSite site = oneSystem(folder);
        RawSite raw = raw(site)) {
      site.manifest().replace(EUROPE, BOTH);
      assertThat(site.converge()).isEmpty();
      deployByHand(raw);
      site.manifest().replace(BOTH, EUROPE);
      Plan plan = site.plan();
      assertThat(distribution(plan).action()).isEqualTo(Action.NO_OP);
      assertThat(distribution(plan).notes())
          .containsExactly(
              "stays on Americas DPs, which the manifest doesn't name, because Garrison doesn't manage these deployments of the application: Made in the console");
      assertThat(groups(raw)).hasSize(2);
    }
  }

  @Test
  void takingBackARunThatAddedAGroupTakesTheContentOffIt(@TempDir Path folder) {
    try (TrialSite site = oneSystem(folder);
        RawSite raw = raw(site)) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace(EUROPE, BOTH);
      assertThat(site.converge()).isEmpty();
      assertThat(groups(raw)).hasSize(2);
      String run =
          new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
              .runs()
              .getLast();
      try (OpenSession open = site.open();
          WriteSession writing = open.session().write()) {
        Planned undo = open.session().undo(run);
        assertThat(undo.plan().remarks()).noneMatch(remark -> remark.contains("stays as it is"));
        assertThat(
                writing
                    .carryOut(undo, Optional.empty(), ApplyListener.silent())
                    .report()
                    .complete())
            .isTrue();
        assertThat(open.session().undo(run).plan().converged()).isTrue();
      }
      assertThat(groups(raw)).hasSize(1);
      site.manifest().replace(BOTH, EUROPE);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  @Test
  void pointsThatHaveTheContentOfBeforeDoNotCountForTheNewOne(@TempDir Path folder)
      throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder);
        RawSite raw = raw(site)) {
      Releases releases = new Releases(site);
      site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2]");
      assertThat(site.converge()).isEmpty();
      releases.nextScript();
      assertThat(distribute(site)).isEmpty();
      assertThat(lastStates(raw)).as("what the points go on reporting").containsOnly(1);
      assertThat(distribution(site.plan()).summary())
          .as("the package does not have the new content yet")
          .isEqualTo("the site is sending to Europe DPs");
      site.pass(Duration.ofSeconds(15));
      assertThat(lastStates(raw)).as("still no word of the new content").containsOnly(1);
      assertThat(distribution(site.plan()).action()).isEqualTo(Action.WAIT);
      site.pass(Duration.ofMinutes(10));
      assertThat(site.plan().converged()).isTrue();
    }
  }

  /** MessageState of each point's last report. */
  private static Collection<Integer> lastStates(RawSite raw) {
    Map<String, Integer> states = new TreeMap<>();
    raw.get("SMS_DistributionDPStatus")
        .path("value")
        .forEach(row -> states.put(row.path("Name").asText(), row.path("MessageState").asInt()));
    return states.values();
  }

  private static TrialSite oneSystem(Path folder) {
    TrialSite site = new TrialSite("2107-rollup", folder);
    site.manifest().replace("[2012R2, 2019, 2022]", "[2019]");
    return site;
  }

  private static RawSite raw(TrialSite site) {
    return new RawSite(site.lab().adminService());
  }

  /** One round a second later, without the minute that a run of its own gets. */
  private static List<?> distribute(TrialSite site) {
    site.pass(Duration.ofSeconds(1));
    try (OpenSession open = site.open();
        WriteSession writing = open.session().write()) {
      Planned planned = open.session().plan(Allowances.NONE);
      return writing
          .carryOut(planned, Optional.empty(), ApplyListener.silent())
          .report()
          .results()
          .values()
          .stream()
          .filter(result -> result.failed())
          .toList();
    }
  }

  private static PlannedChange distribution(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.address().kind().equals("distribution"))
        .filter(change -> change.address().name().startsWith("Defender for Endpoint 20"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> groups(RawSite raw) {
    Set<String> groups = new TreeSet<>();
    raw.get("SMS_DPGroupPackages")
        .path("value")
        .forEach(row -> groups.add(row.path("GroupID").asText()));
    return groups;
  }

  private static void deployByHand(RawSite raw) {
    JsonNode ours =
        raw.get("SMS_ApplicationAssignment")
            .path("value")
            .valueStream()
            .filter(
                row -> row.path("ApplicationName").asText().equals("Defender for Endpoint 2019"))
            .findFirst()
            .orElseThrow();
    JsonNode whole =
        raw.get("SMS_ApplicationAssignment(" + ours.path("AssignmentID").asLong() + ")")
            .path("value")
            .path(0);
    ObjectNode theirs = ((ObjectNode) whole).deepCopy();
    Set<String> writable = new HashSet<>(WRITTEN);
    ApplicationDeployment.requiredInstall("", "", "", "", ANY_TIME)
        .properties()
        .keySet()
        .forEach(writable::add);
    theirs.retain(writable);
    theirs.put("AssignmentName", "Made in the console").put("AssignmentDescription", "");
    raw.post("SMS_ApplicationAssignment", theirs.toString());
  }
}
