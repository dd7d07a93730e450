package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.GeneratedSite;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison status} and {@code garrison prerequisites} of 300,000 servers. */
final class ManyServersIT {
  private static final int MOST_MINUTES = 5;

  private static TrialSite of(TrialSite site) {
    site.manifest().replace("name: trial", "name: large");
    site.manifest().replace("name: pilot", "name: all");
    site.manifest().replace("[Pilot servers]", "[Every device]");
    site.manifest().replace("limitingCollection: All Servers", "limitingCollection: Slice 001");
    return site;
  }

  /** The third column of every line, counted. */
  private static Map<String, Long> states(Path folder, String command, int exit)
      throws InterruptedException {
    Running running =
        JavaProcess.start(
            folder,
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.garrison.Main",
            command,
            "--csv");
    assertThat(running.process().waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
    Result result = running.await();
    assertThat(result.exit()).as("%s", result.err()).isEqualTo(exit);
    return result
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(",", 4)[2])
        .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
  }

  @Test
  @Tag("campaign")
  void threeHundredThousandServersAreJudgedIn512Mebibytes(@TempDir Path folder)
      throws InterruptedException {
    try (TrialSite _ = of(new TrialSite("large", folder, Instant.now()))) {
      assertThat(states(folder, "status", 2))
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("onboarded", 105_739L),
                  Map.entry("lost", 41_823L),
                  Map.entry("other-tenant", 297L),
                  Map.entry("failed", 23_753L),
                  Map.entry("installing", 29_691L),
                  Map.entry("waiting-for-window", 29_691L),
                  Map.entry("not-ready", 29_690L),
                  Map.entry("silent", 29_691L),
                  Map.entry("inactive", 5_938L),
                  Map.entry("no-client", 3_087L),
                  Map.entry("obsolete", 600L)));
      assertThat(states(folder, "prerequisites", 2))
          .isEqualTo(
              Map.of(
                  "ready", 77_648L,
                  "onboarded", 105_739L,
                  "not-ready", 110_517L,
                  "unknown", 2_409L,
                  "apart", 3_687L));
    }
  }

  @Test
  void theNumberOfRequestsDoesNotDependOnTheNumberOfServers(
      @TempDir Path small, @TempDir Path large) {
    List<String> asked = asked(GeneratedSite.large(large));
    assertThat(asked).isEqualTo(asked(GeneratedSite.small(small))).hasSizeLessThan(52);
  }

  private static List<String> asked(TrialSite trial) {
    try (TrialSite site = of(trial)) {
      try (var open = site.open()) {
        open.session().fleet();
        open.session().readiness(Optional.empty());
      }
      return site.lab().requests().all().stream()
          .map(request -> request.method() + " " + request.path().replaceAll("[?(].*", ""))
          .toList();
    }
  }
}
