package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with the Microsoft Monitoring Agent. */
@Tag("first")
final class WorkspaceIT {
  private static final String OURS = "11110000-0000-4000-8000-000000000001";
  private static final String OTHER = "22220000-0000-4000-8000-000000000002";
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  private static final Duration A_DAY = Duration.ofDays(1);
  @TempDir Path folder;
  private RawSite site;
  private Pilot pilot;

  @BeforeEach
  void start() throws IOException {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    pilot.write("v1", "install.ps1", "exit");
    pilot.write(
        "v1",
        "WindowsDefenderATP.onboarding",
        "{\"body\":\"{\\\"orgId\\\":\\\"" + SampleDigest.ORG + "\\\"}\",\"sig\":\"x\"}");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void deploy(String command) throws Exception {
    SampleDigest sensor =
        new SampleDigest()
            .content("Content_33333333-3333-4333-8333-333333333333", pilot.files("v1"))
            .command(command);
    pilot.deploy(pilot.created(sensor), "Sensor", DUE);
  }

  @Test
  void theWorkspaceThatIsNamedGoesOnceTheSensorIsOnboardedAndNoOther() throws Exception {
    deploy("powershell.exe -File i.ps1 -Workspace " + OURS);
    assertThat(site.lab().servers().workspaces("FS01")).containsExactlyInAnyOrder(OURS, OTHER);
    site.pass(A_DAY);
    assertThat(site.lab().servers().onboardedTo("FS01")).contains(SampleDigest.ORG);
    assertThat(site.lab().servers().workspaces("FS01")).containsExactly(OTHER);
    assertThat(site.lab().servers().workspaces("WEB01")).isEmpty();
  }

  @Test
  void withoutItsNameNoWorkspaceGoes() throws Exception {
    deploy("powershell.exe -File i.ps1");
    site.pass(A_DAY);
    assertThat(site.lab().servers().onboardedTo("FS01")).contains(SampleDigest.ORG);
    assertThat(site.lab().servers().workspaces("FS01")).containsExactlyInAnyOrder(OURS, OTHER);
  }
}
