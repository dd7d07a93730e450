package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients are told of a new deployment where the manifest asks for that. */
final class ClientNoticeIT {
  private static final int MOST_RUNS = 8;

  @TempDir private Path folder;
  private TrialSite site;
  private RawSite raw;

  @BeforeEach
  void start() {
    site = new TrialSite("2207", folder);
    raw = new RawSite(site.lab().adminService());
  }

  @AfterEach
  void stop() {
    raw.close();
    site.close();
  }

  private void asking(String notice) {
    site.manifest()
        .replace("sampleSharing", "rollout: {notifyClients: %s}%nsampleSharing".formatted(notice));
  }

  /** What came of all deployments that were made, until nothing is left to make. */
  private Set<String> remarks() {
    Set<String> remarks = new TreeSet<>();
    for (int run = 0; run < MOST_RUNS; run++) {
      site.pass(Duration.ofMinutes(10));
      try (OpenSession open = site.open()) {
        var planned = open.session().plan(Allowances.NONE);
        if (!planned.plan().writes()) {
          return remarks;
        }
        try (WriteSession writing = open.session().write()) {
          writing
              .apply(
                  open.session().stored(planned, Optional.empty(), Optional.empty()),
                  ApplyListener.silent())
              .report()
              .results()
              .forEach((address, result) -> {
                if (address.kind().equals(ApplicationDeployment.KIND)
                    && result instanceof StepResult.Done(String remark)) {
                  remarks.add(remark);
                }
              });
        }
      }
    }
    throw new AssertionError("still something to make");
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (JsonNode row : raw.get("SMS_ClientOperation").path("value")) {
      told.add(row.path("PrimaryActionType").asInt() + " of " + row.path("TotalClients").asInt());
    }
    return told;
  }

  @Test
  void theyFetchPolicySpreadOverTheMinutesThatWereNamed() {
    asking("{minutes: 45}");
    assertThat(remarks())
        .containsExactly("its clients were notified to fetch policy within 45 minutes");
    assertThat(told()).isNotEmpty().allMatch(row -> row.startsWith("8 of "));
    assertThat(site.lab().requests().writes())
        .filteredOn(request -> request.path().contains("InitiateClientOperation"))
        .hasSameSizeAs(told());
  }

  @Test
  void aCollectionOfTooManyIsLeftToItsClientsOwnTurn() {
    asking("{maxDevices: 1}");
    site.makeCollection("Web servers", "WEB02", "APP01");
    site.manifest().replace("[Pilot servers]", "[Web servers]");
    assertThat(remarks())
        .contains(
            "its 2 servers exceed \"rollout.notifyClients.maxDevices\": they fetch policy at their next regular interval");
  }

  @Test
  void nobodyIsToldUnlessTheManifestAsksForIt() {
    assertThat(remarks()).containsExactly("");
    assertThat(told()).isEmpty();
  }

  @Test
  void aSiteThatRefusesStopsNothing() {
    asking("{}");
    site.lab().faults().statusFromNowOn(RequestMatcher.of("POST", "InitiateClientOperation"), 403);
    assertThat(remarks())
        .singleElement()
        .asString()
        .startsWith(
            "its clients couldn't be notified to fetch policy and do so at their next regular interval: ");
    assertThat(site.plan().converged()).isTrue();
  }
}
