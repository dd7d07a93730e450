package dev.garrison.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.json.Json;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that remembers the ids of what was deleted takes them never again. */
final class MadeAgainIT {
  private static final String SYSTEM = "Defender for Endpoint 2022";
  private static final String SETTINGS = "Defender for Endpoint settings";
  private static final String ALL = "[2012R2, 2019, 2022]";

  private @TempDir Path folder;

  private static JsonNode latest(RawSite raw, String title) {
    return raw.get(
            "SMS_Application?$filter=IsLatest%20eq%20true%20and%20LocalizedDisplayName%20eq%20'"
                + title.replace(" ", "%20")
                + "'")
        .path("value")
        .path(0);
  }

  /** Empty where there is none. */
  private static String modelName(TrialSite site, String title) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      return latest(raw, title).path("ModelName").asText();
    }
  }

  private static void prune(TrialSite site) {
    try (OpenSession open = site.open()) {
      Planned planned = open.session().plan(new Allowances(true, false));
      try (WriteSession writing = open.session().write()) {
        writing.apply(
            open.session().stored(planned, Optional.empty(), Optional.empty()),
            ApplyListener.silent());
      }
    }
  }

  private static ApplyReport undo(TrialSite site, String run) {
    try (OpenSession open = site.open()) {
      Planned undo = open.session().undo(run);
      try (WriteSession writing = open.session().write()) {
        return writing.carryOut(undo, Optional.empty(), ApplyListener.silent()).report();
      }
    }
  }

  /** Somebody deletes an application and its deployments in the console. */
  private static void deleteInConsole(TrialSite site, String title) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      JsonNode application = latest(raw, title);
      raw.get("SMS_ApplicationAssignment")
          .path("value")
          .forEach(row -> {
            if (row.path("AssignedCI_UniqueID")
                .asText()
                .startsWith(application.path("ModelName").asText() + "/")) {
              raw.delete("SMS_ApplicationAssignment(" + row.path("AssignmentID").asLong() + ")");
            }
          });
      raw.delete("SMS_Application(" + application.path("CI_ID").asLong() + ")");
    }
  }

  private void loseTheJournal() {
    try (Stream<Path> all = Files.walk(folder.resolve(".garrison"))) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatTheJournalSaysWasDeletedIsMadeUnderNewIdsAtOnce() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().refuseRememberedIds();
      site.settle();
      String first = modelName(site, SYSTEM);
      site.manifest().replace(ALL, "[2012R2, 2019]");
      prune(site);
      assertThat(modelName(site, SYSTEM)).isEmpty();
      site.manifest().replace("[2012R2, 2019]", ALL);
      assertThat(site.converge()).isEmpty();
      assertThat(modelName(site, SYSTEM)).isNotEmpty().isNotEqualTo(first);
    }
  }

  @Test
  void anObjectThatIsThereKeepsItsGenerationWithoutTheJournal() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.settle();
      site.manifest().replace(ALL, "[2012R2, 2019]");
      prune(site);
      site.manifest().replace("[2012R2, 2019]", ALL);
      assertThat(site.converge()).isEmpty();
      String second = modelName(site, SYSTEM);
      loseTheJournal();
      assertThat(site.pending()).isEmpty();
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      site.settle();
      assertThat(modelName(site, SYSTEM)).isEqualTo(second);
    }
  }

  @Test
  void whatSomebodyElseDeletedIsRefusedOnceAndThenMadeUnderNewIds() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().refuseRememberedIds();
      site.settle();
      String first = modelName(site, SETTINGS);
      deleteInConsole(site, SETTINGS);
      List<Diagnostic> failed = site.apply();
      assertThat(failed)
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.code().label()).isEqualTo("GAR-0263");
            assertThat(problem.problem())
                .startsWith(
                    "The site refused to create \"application/"
                        + SETTINGS
                        + "\", but lists no application with the identity "
                        + first.substring(first.indexOf('/') + 1)
                        + ": ")
                .contains("was used before");
          });
      assertThat(site.converge()).isEmpty();
      assertThat(modelName(site, SETTINGS)).isNotEmpty().isNotEqualTo(first);
    }
  }

  /** Undo makes again what was, ids too; where a site does not take those, the next plan does. */
  @Test
  void whatAnUndoCannotMakeAgainTheNextPlanMakesUnderNewIds() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().refuseRememberedIds();
      site.settle();
      String first = modelName(site, SYSTEM);
      site.manifest().replace(ALL, "[2012R2, 2019]");
      prune(site);
      String run =
          new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
              .runs()
              .getLast();
      site.pass(Duration.ofMinutes(1));
      site.manifest().replace("[2012R2, 2019]", ALL);
      assertThat(undo(site, run).results().values())
          .filteredOn(StepResult.Failed.class::isInstance)
          .first()
          .asString()
          .contains("GAR-0263");
      assertThat(modelName(site, SYSTEM)).isEmpty();
      assertThat(site.converge()).isEmpty();
      assertThat(modelName(site, SYSTEM)).isNotEmpty().isNotEqualTo(first);
    }
  }

  @Test
  void aRefusalThatHasAnotherCauseDoesNotUseUpOneIdAfterTheOther() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().faults().statusFromNowOn(RequestMatcher.of("POST", "/wmi/SMS_Application$"), 500);
      for (int round = 0; round < 4; round++) {
        assertThat(site.apply()).isNotEmpty();
      }
      site.lab().faults().clear();
      assertThat(site.converge()).isEmpty();
      assertThat(modelName(site, SYSTEM))
          .endsWith(new Identifiers("trial", "2022", 2).application());
    }
  }
}
