package dev.garrison.server.page;

import dev.garrison.job.JobRun;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.ServedSite;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A site in the middle of its rollout, with update servers beside it, two weeks of looks at many
 * servers, and a plan that waits.
 */
final class GrownSite implements AutoCloseable {
  private static final Duration PASSED = Duration.ofDays(6);

  private final Lab updates;
  private final ServedSite served;
  private final JobRun planned;

  GrownSite(Path folder) throws InterruptedException {
    updates =
        Lab.start("wsus", new LabOptions(TrialSite.START.plus(PASSED), Map.of(), Optional.empty()));
    TrialSite site = new TrialSite("mixed", folder);
    site.manifest()
        .replace(
            "sampleSharing: none",
            """
              - name: broad
                collections: [Production servers]
                maxDevices: 50
                deadline: "+3d 22:00"
                antivirus: active
            wsus:
              servers:
            %ssampleSharing: none\
            """
                .formatted(named()));
    site.settle();
    site.pass(PASSED);
    site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2, 2019, 2022, 2025]");
    served = new ServedSite(site);
    MadeUpFleet.observe(served);
    served.schedule().request(JobKind.ROLLOUT, served.schedule().clock().instant(), "a test");
    site.pass(Duration.ofSeconds(10)); // the scheduler looks every two
    planned = served.ended();
  }

  private String named() {
    return updates.updateServers().all().stream()
        .map(UpdateServer::url)
        .map("    - {url: \"%s\", owner: wsus}\n"::formatted)
        .collect(Collectors.joining());
  }

  ServedSite served() {
    return served;
  }

  /** The run whose plan waits. */
  long planned() {
    return planned.id();
  }

  @Override
  public void close() {
    served.close();
    updates.close();
  }
}
