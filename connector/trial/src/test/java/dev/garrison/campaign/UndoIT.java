package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Planned;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.TrialSite;
import dev.garrison.xml.HardenedXml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run of a rollout is taken back, the newest first. */
@Tag("first")
final class UndoIT {
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int MOST_ROUNDS = 12;
  private static final String DEPLOYMENT = "SMS_ApplicationAssignment";

  @Test
  void afterTakingBackEveryRunThePlanIsTheFirstOneAgain(@TempDir Path folder) {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      long creations = site.plan().count(Action.CREATE);
      long unchanged = site.plan().count(Action.NO_OP);
      assertThat(site.converge()).isEmpty();
      for (String run : runs(folder).reversed()) {
        undo(site, run);
      }
      assertThat(site.plan().count(Action.CREATE)).isEqualTo(creations);
      assertThat(site.plan().count(Action.NO_OP)).isEqualTo(unchanged);
    }
  }

  @Test
  void distributionsAreTakenOffTheirGroups(@TempDir Path folder) {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.converge()).isEmpty();
      for (String run : runs(folder).reversed()) {
        undo(site, run);
      }
      assertThat(site.lab().requests().writes())
          .anyMatch(request -> request.path().contains("RemovePackages"));
    }
  }

  @Test
  void whatSomebodyElseDeploysStaysAndIsNamed(@TempDir Path folder) {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.converge()).isEmpty();
      deployAgain(site.lab(), "Made in the console");
      List<String> newestFirst = runs(folder).reversed();
      newestFirst.subList(0, newestFirst.size() - 1).forEach(run -> undo(site, run));
      assertThatThrownBy(() -> undo(site, newestFirst.getLast()))
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining(
              "can't be deleted because other objects use the collection: deployment \"Made in the console\" isn't managed by Garrison.");
    }
  }

  /** An administrator's deployment, beside one of ours and like it. */
  private static void deployAgain(Lab lab, String name) {
    Json json = new Json();
    try (HttpAdminService service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(lab.adminService()),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            json,
            new HardenedXml(),
            new Tempo(lab.clock(), lab.clock()::advance, () -> 0.5))) {
      var ours =
          service
              .list(ODataQuery.of(DEPLOYMENT).keys("AssignmentID").select("AssignmentName"))
              .getFirst();
      ObjectNode theirs =
          service
              .get(DEPLOYMENT, ObjectKey.of(ours.get("AssignmentID").asLong()))
              .orElseThrow()
              .deepCopy();
      List<String> writable =
          new ArrayList<>(
              List.of("AssignedCIs", "TargetCollectionID", "StartTime", "EnforcementDeadline"));
      writable.addAll(properties());
      theirs.retain(writable);
      theirs.put("AssignmentName", name).put("AssignmentDescription", "");
      service.create(DEPLOYMENT, theirs);
    }
  }

  /** The properties that a deployment is written with. */
  private static Set<String> properties() {
    Schedule anyTime = new Schedule(LocalDateTime.MIN, LocalDateTime.MAX, true);
    return ApplicationDeployment.requiredInstall("", "", "", "", anyTime).properties().keySet();
  }

  private static List<String> runs(Path folder) {
    return new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
        .runs();
  }

  private static void undo(TrialSite site, String run) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      site.pass(ROUND);
      try (OpenSession open = site.open()) {
        Planned undo = open.session().undo(run);
        if (undo.plan().converged()) {
          return;
        }
        try (WriteSession writing = open.session().write()) {
          var report = writing.carryOut(undo, Optional.empty(), ApplyListener.silent()).report();
          assertThat(report.succeeded()).as("%s", report).isTrue();
        }
      }
    }
    throw new AssertionError("run " + run + " is not taken back after " + MOST_ROUNDS + " rounds");
  }
}
