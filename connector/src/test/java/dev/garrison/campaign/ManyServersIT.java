package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Result;
import dev.garrison.trial.PackedProgram.Running;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison status} of 300,000 servers. */
final class ManyServersIT {
  private static final int MOST_MINUTES = 5;

  private static TrialSite site(String name, Path folder) {
    TrialSite site = new TrialSite(name, folder, Instant.now());
    if (name.equals("large")) {
      site.manifest().replace("name: trial", "name: large");
      site.manifest().replace("name: pilot", "name: all");
      site.manifest().replace("[Pilot servers]", "[Every device]");
    }
    return site;
  }

  @Test
  void threeHundredThousandServersAreJudgedIn128Mebibytes(@TempDir Path folder)
      throws InterruptedException {
    try (TrialSite _ = site("large", folder)) {
      Running running =
          PackedProgram.startJava(
              folder,
              "-Xmx128m",
              "-cp",
              System.getProperty("java.class.path"),
              "dev.garrison.Main",
              "status",
              "--csv");
      assertThat(running.process().waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
      Result result = running.await();
      assertThat(result.exit()).as("%s", result.err()).isEqualTo(2);
      Map<String, Long> states =
          result
              .out()
              .lines()
              .skip(1)
              .map(line -> line.split(",", 4)[2])
              .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
      assertThat(states)
          .isEqualTo(
              Map.of(
                  "onboarded", 147_562L,
                  "other-tenant", 297L,
                  "failed", 29_691L,
                  "installing", 29_691L,
                  "waiting-for-window", 29_691L,
                  "not-ready", 23_752L,
                  "silent", 29_691L,
                  "inactive", 5_938L,
                  "no-client", 3_087L,
                  "obsolete", 600L));
    }
  }

  @Test
  void theNumberOfRequestsDoesNotDependOnTheNumberOfServers(
      @TempDir Path small, @TempDir Path large) {
    assertThat(asked("2207", small)).isEqualTo(asked("large", large)).hasSizeLessThan(15);
  }

  /** Where nothing is deployed yet nothing is asked of deployments. */
  private static List<String> asked(String name, Path folder) {
    try (TrialSite site = site(name, folder)) {
      if (name.equals("2207")) {
        assertThat(site.converge()).isEmpty();
        site.lab().requests().reset();
      }
      try (var open = site.open()) {
        open.session().fleet();
      }
      return site.lab().requests().all().stream()
          .map(request -> request.method() + " " + request.path().replaceAll("[?(].*", ""))
          .toList();
    }
  }
}
