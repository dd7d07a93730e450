package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that goes is deleted after the applications of the same plan that use it. */
final class PruneIT {
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int MOST_ROUNDS = 12;
  private static final String MODE = "application/Defender for Endpoint antivirus passive";
  private static final String USER = "application/Defender for Endpoint 2022 (passive)";

  private @TempDir Path folder;

  /** A site with an active ring and a passive one. */
  private TrialSite passive() {
    TrialSite site = new TrialSite("2207", folder);
    site.makeCollection("Guarded servers", "FS01");
    site.manifest()
        .replace(
            "antivirus: active",
            """
            antivirus: active
              - name: guarded
                collections: [Guarded servers]
                maxDevices: 25
                deadline: "+3d 22:00"
                %s\
            """
                .formatted(TrialManifest.passive("Guarded servers")));
    site.settle();
    return site;
  }

  private static ApplyReport carryOut(OpenSession open, Planned planned) {
    try (WriteSession writing = open.session().write()) {
      return writing.carryOut(planned, Optional.empty(), ApplyListener.silent()).report();
    }
  }

  private static List<String> deletedApplications(Planned planned) {
    return planned.plan().changes().stream()
        .filter(change -> change.action() == Action.DELETE)
        .map(PlannedChange::address)
        .map(Address::toString)
        .filter(address -> address.startsWith("application/"))
        .toList();
  }

  /** Prunes until nothing is left to do, and returns the results of the first round. */
  private static ApplyReport prune(TrialSite site) {
    site.pass(ROUND);
    try (OpenSession open = site.open()) {
      Planned planned = open.session().plan(new Allowances(true, false));
      assertThat(deletedApplications(planned)).endsWith(MODE);
      return carryOut(open, planned);
    }
  }

  private static boolean exists(TrialSite site, String address) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      String title = address.substring(address.indexOf('/') + 1).replace(" ", "%20");
      return !raw.get("SMS_Application?$filter=LocalizedDisplayName%20eq%20'" + title + "'")
          .path("value")
          .isEmpty();
    }
  }

  @Test
  void theModesApplicationGoesAfterTheApplicationsThatDependOnIt() {
    try (TrialSite site = passive()) {
      site.manifest().replace("antivirus: passive", "antivirus: active");
      assertThat(exists(site, USER)).isTrue();
      assertThat(prune(site).results().values()).noneMatch(StepResult::failed);
      assertThat(exists(site, MODE)).isFalse();
      assertThat(exists(site, USER)).isFalse();
    }
  }

  @Test
  void aFirstRunIsTakenBackWithTheApplicationsThatUseEachOther() {
    try (TrialSite site = passive()) {
      for (String run :
          new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
              .runs()
              .reversed()) {
        undo(site, run);
      }
      assertThat(exists(site, MODE)).isFalse();
      assertThat(exists(site, USER)).isFalse();
    }
  }

  private static void undo(TrialSite site, String run) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      site.pass(ROUND);
      try (OpenSession open = site.open()) {
        Planned undo = open.session().undo(run);
        if (undo.plan().converged()) {
          return;
        }
        assertThat(carryOut(open, undo).results().values()).noneMatch(StepResult::failed);
      }
    }
    throw new AssertionError("run " + run + " is not taken back after " + MOST_ROUNDS + " rounds");
  }

  @Test
  void whereAUserIsNotDeletedTheModesApplicationStaysAndTheRunSaysSo() {
    try (TrialSite site = passive()) {
      site.manifest().replace("antivirus: passive", "antivirus: active");
      site.lab()
          .faults()
          .statusFromNowOn(RequestMatcher.of("DELETE", "/wmi/SMS_Application\\("), 500);
      ApplyReport report = prune(site);
      site.lab().faults().clear();
      assertThat(report.results().get(Address.parse(USER))).isInstanceOf(StepResult.Failed.class);
      assertThat(report.results().get(Address.parse(MODE))).isInstanceOf(StepResult.Skipped.class);
      assertThat(exists(site, MODE)).isTrue();
      assertThat(prune(site).results().values()).noneMatch(StepResult::failed);
      assertThat(exists(site, MODE)).isFalse();
    }
  }
}
