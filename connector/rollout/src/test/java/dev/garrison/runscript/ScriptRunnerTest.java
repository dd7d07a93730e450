package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.ScriptRunner.Request;
import dev.garrison.runscript.ScriptRunner.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown is what is run, or nothing is. No server is named, so only the script counts. */
final class ScriptRunnerTest {
  private static final Request NOBODY = new Request(List.of(), 1, Optional.empty());

  @TempDir Path folder;
  private ScriptSite site = new ScriptSite(Path.of("unused"));

  @BeforeEach
  void site() {
    site = new ScriptSite(folder);
    site.service
        .table("SMS_Site", "SiteCode")
        .table("SMS_Identification", "ThisSiteCode")
        .table("SMS_CM_UpdatePackages", "PackageGuid")
        .table("SMS_CM_UpdatePackagesHistory", "PackageGuid");
    site.service.add(
        "SMS_Site", "SiteCode", "PS1", "Type", 2, "Status", 1, "Version", "5.00.9088.1000");
    site.service.add("SMS_Identification", "ThisSiteCode", "PS1");
    for (String method : List.of("GetSiteID", "GetProviderVersion", "GetCurrentUser")) {
      site.service.method(
          "SMS_Identification." + method,
          (_, _) -> FakeAdminService.object("SiteID", "{9c4a6f3d-1b7e-4e52-8d0a-63c5f7a8e214}"));
    }
  }

  private ScriptRunner test() {
    return new ScriptRunner(
        site.session,
        site.service,
        site.scripts,
        new DetectionScript(() -> "'x'".getBytes(StandardCharsets.US_ASCII), new Json(), "tenant"));
  }

  private Report run(TestPlan shown) throws InterruptedException {
    return test()
        .run(
            shown,
            NOBODY,
            Duration.ZERO,
            new Waiting() {
              @Override
              public void pause(Duration duration) {
                throw new IllegalStateException("nobody is waited for");
              }

              @Override
              public void heard(TestResult result) {
                throw new IllegalStateException("nobody is heard");
              }
            });
  }

  @Test
  void aPlanWritesNothing() {
    TestPlan plan = test().plan(NOBODY);
    assertThat(plan)
        .isEqualTo(new TestPlan("PS1", ScriptSite.OURS, new ScriptStanding.Missing(), List.of()));
    assertThat(site.service.writes()).isEmpty();
  }

  @Test
  void whatWasShownIsRun() throws InterruptedException {
    Report report = run(test().plan(NOBODY));
    assertThat(report.results()).isEmpty();
    assertThat(report.run()).isEqualTo("2026-11-24T21-00-00.000Z-42");
    assertThat(site.service.writes()).hasSize(2);
  }

  @Test
  void anythingElseThanWhatWasShownIsNotRun() {
    TestPlan shown = test().plan(NOBODY);
    site.script(ScriptSite.OURS.guid(), 3);
    assertThatThrownBy(() -> run(shown))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The test differs from the one shown: a server or the script has changed. Run the command again, and review the test. Nothing was run. [TEST_CHANGED_MEANWHILE GAR-1031]");
    assertThat(site.service.writes()).isEmpty();
  }

  @Test
  void aScriptThatWaitsForAPersonIsNotRun() {
    site.script(ScriptSite.OURS.guid(), 0);
    TestPlan shown = test().plan(NOBODY);
    assertThatThrownBy(() -> run(shown))
        .hasMessageStartingWith(
            "The script \"%s\" is waiting for approval.".formatted(ScriptSite.OURS.name()));
    assertThat(site.service.writes()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void moreServersThanMayBeAreNotEvenLookedFor() {
    assertThatThrownBy(() -> test().plan(new Request(List.of("A", "B", "A"), 1, Optional.empty())))
        .hasMessage(
            "2 servers are specified, but at most 1 can be tested at once. Each server raises an alert that requires a review. Specify fewer servers, or raise the limit with --max-devices. [TOO_MANY_TO_TEST GAR-1022]");
    assertThat(site.service.calls()).isEmpty();
  }

  @Test
  void aServerThatNoRingHasIsRefused() {
    assertThatThrownBy(() -> test().plan(new Request(List.of("SRV9"), 1, Optional.empty())))
        .hasMessage(
            "The server \"SRV9\" isn't in any ring of the manifest. Specify a server of a ring. To list them, run \"garrison status --csv\". [SERVER_NOT_IN_RINGS GAR-1023]");
  }

  @Test
  void aSiteWithoutRunScriptsIsToldBeforeAnythingIsRead() {
    site.service.withhold("SMS_Scripts.CreateScripts");
    assertThatThrownBy(() -> test().plan(NOBODY))
        .hasMessageContaining("RUN_SCRIPTS_NOT_OFFERED GAR-1021");
    assertThat(site.service.calls()).isEmpty();
  }

  @Test
  void aFailureToMakeTheScriptEndsTheRunAndAsksNoServer() {
    site.loseLease();
    TestPlan shown = test().plan(NOBODY);
    assertThatThrownBy(() -> run(shown)).hasMessageStartingWith("Somebody else writes.");
    assertThat(site.service.writes()).isEmpty();
  }
}
