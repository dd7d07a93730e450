package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Plan;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings whose servers have no maintenance window, or none that is long enough (F12). */
final class MaintenanceWindowsIT {
  private static final String REMEDY =
      " Give them a general one, leave them out (\"exceptions\", or the ring's \"exclude\"), or set the ring's"
          + " \"requireMaintenanceWindow: false\". All of them: garrison prerequisites --only no-window";

  @TempDir Path folder;

  /**
   * WINDOW02 and SHORT01 run Windows Server 2016, which the manifest leaves out. Three servers stay
   * out of the ring.
   */
  private TrialSite site() {
    TrialSite site = new TrialSite("unready", folder);
    site.manifest().replace("maxDevices: 25", "maxDevices: 50");
    return site;
  }

  private static List<String> windows(Plan plan) {
    return plan.remarks().stream().filter(remark -> remark.contains("window")).toList();
  }

  private static String decision(Plan plan) {
    return plan.rings().getFirst().decision() + ": " + plan.rings().getFirst().reason();
  }

  @Test
  void aRingWithoutAGeneralWindowIsBlockedAndSoAreItsChanges() {
    try (TrialSite site = site()) {
      Plan plan = site.plan();
      assertThat(decision(plan))
          .isEqualTo(
              "blocked: 1 of the 12 servers to onboard has no general maintenance window, and the ring requires one;"
                  + " \"garrison prerequisites --only no-window\" lists them");
      assertThat(windows(plan)).isEmpty();
      assertThat(plan.blockages())
          .containsExactly(
              new Blockage(
                  "ring pilot: 1 of the 12 servers to onboard has no general maintenance window, and the ring"
                      + " requires one: WINDOW01",
                  "Give them a general one, leave them out (\"exceptions\", or the ring's \"exclude\"), or set the"
                      + " ring's \"requireMaintenanceWindow: false\". To list them, run"
                      + " \"garrison prerequisites --only no-window\"."));
      assertThat(plan.changes())
          .filteredOn(change -> change.address().kind().equals("deployment"))
          .isNotEmpty()
          .allMatch(change -> change.blocked().isPresent());
      assertThat(plan.waiting()).isZero();
      assertThat(site.apply()).isEmpty();
      try (var open = site.open()) {
        assertThat(open.session().rings()).isEqualTo(open.session().fleet().rings());
        assertThat(open.session().rings().getFirst().opened()).isEmpty();
      }
    }
  }

  @Test
  void anExceptionTakesAServerOutOfTheQuestion() {
    try (TrialSite site = site()) {
      site.manifest()
          .replace(
              "sampleSharing",
              """
              exceptions:
                - {server: WINDOW01, reason: no window, owner: jo, until: 2026-12-24}
              sampleSharing\
              """);
      Plan plan = site.plan();
      assertThat(decision(plan)).isEqualTo("open: it is the first ring");
      assertThat(windows(plan)).isEmpty();
    }
  }

  @Test
  void aRingThatAsksForNoWindowOpensAndAnOpenedOneIsNotClosed() {
    try (TrialSite site = site()) {
      site.manifest()
          .replace(
              "    antivirus: active",
              "    antivirus: active\n    requireMaintenanceWindow: false");
      assertThat(decision(site.plan())).isEqualTo("open: it is the first ring");
      assertThat(windows(site.plan()))
          .containsExactly(
              "ring pilot: 1 of the 12 servers to onboard has no general maintenance window: WINDOW01."
                  + " They install when it is due, at any hour");
      site.settle();
      site.manifest().replace("requireMaintenanceWindow: false", "requireMaintenanceWindow: true");
      assertThat(decision(site.plan())).startsWith("open: ");
      assertThat(windows(site.plan()))
          .containsExactly(
              "Action needed: ring pilot: 1 of the 12 servers to onboard has no general maintenance window: WINDOW01."
                  + " The ring has opened, so they install when it is due, at any hour."
                  + REMEDY);
    }
  }

  @Test
  void aSiteThatDoesNotShowWindowsHoldsNothingUpAndThePlanSaysSo() throws IOException {
    Path file = folder.resolve("site.yaml");
    try (var stream = getClass().getResourceAsStream("/dev/garrison/lab/sites/unready.yaml")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, "uninventoried: [SMS_CollectionSettings]\n" + text);
    }
    try (TrialSite site = TrialSite.of(file, folder)) {
      site.manifest().replace("maxDevices: 25", "maxDevices: 50");
      Plan plan = site.plan();
      assertThat(decision(plan)).isEqualTo("open: it is the first ring");
      assertThat(windows(plan))
          .containsExactly(
              "whether servers have a maintenance window cannot be seen on this site: no ring waits for one, and a"
                  + " server without one installs when it is due, at any hour");
    }
  }

  @Test
  void aServerOfABlockedRingHasTheCauseThatPrerequisitesFinds() {
    try (TrialSite site = site();
        OpenSession open = site.open()) {
      AntivirusStanding status = open.session().status(Optional.empty());
      ReadinessStanding readiness = open.session().readiness(Optional.empty());
      Map<String, String> found = new TreeMap<>();
      for (int row : readiness.fleet().fleet().servers()) {
        Server server = readiness.fleet().fleet().server(row);
        readiness
            .judge()
            .of(server, readiness.fleet().fleet().facts().at(row))
            .lacking()
            .ifPresent(
                finding -> found.put(server.name(), finding.why() + ". " + finding.remedy()));
      }
      Map<String, String> shown = new TreeMap<>();
      Set<String> others = new TreeSet<>();
      for (int row : status.fleet().fleet().servers()) {
        Server server = status.fleet().fleet().server(row);
        Verdict verdict = status.verdict(server, row);
        if (verdict.state() == ServerState.NOT_TARGETED) {
          if (found.containsKey(server.name())) {
            shown.put(server.name(), verdict.why() + ". " + verdict.remedy());
          } else {
            others.add(verdict.why());
          }
        }
      }
      assertThat(shown)
          .hasSizeGreaterThan(5)
          .containsKey("WINDOW01")
          .allSatisfy((server, why) -> assertThat(why).isEqualTo(found.get(server)));
      assertThat(others)
          .containsExactly(
              "the ring pilot is blocked: 1 of the 12 servers to onboard has no general maintenance window, and the ring"
                  + " requires one; \"garrison prerequisites --only no-window\" lists them");
    }
  }
}
