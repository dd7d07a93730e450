package dev.garrison.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison verify --devices}: are the servers as the manifest says? */
final class VerifyDevicesIT {
  private static final int MOST_ROUNDS = 24;
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("mixed", folder);
    site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2, 2019, 2022, 2025]");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private record Printed(int exit, String out, String err) {}

  private Printed run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console, "1.2.3", List.of(new VerifyCommand(console, site.sessions(), site::pass)))
            .run(
                Stream.concat(
                        Stream.concat(Stream.of("verify"), Stream.of(words)),
                        Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  private void applyAll() {
    for (int round = 0; round < MOST_ROUNDS && site.plan().writes(); round++) {
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofMinutes(10));
    }
  }

  @Test
  void serversOfARingThatIsNotDueYetAreOnlyCounted() {
    applyAll();
    Printed printed = run("--devices");
    assertThat(printed.out())
        .endsWith(
            """
              server           ring        what
              SUB01            pilot       tenant      wanted  reports to tenant %s.
                                                       is      onboarded to tenant 77aa0000-0000-4000-8000-000000000003 (inventory,
                                                               2026-11-24 21:00 UTC).
            Next step of one server: garrison status --server NAME
            Servers: 1 not as the manifest says, 1 as it says, 4 not due yet, 1 left out.
            """
                .formatted(TENANT));
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void afterTheDeadlineEveryServerThatIsNotOnboardedDiffers() {
    applyAll();
    site.lab().servers().turnOff("FS02");
    site.pass(Duration.ofDays(6));
    JsonNode devices = new Json().parse(run("--devices", "--json").out()).path("devices");
    assertThat(devices.path("servers").findValuesAsText("name"))
        .containsExactly("FS02", "PRN01", "SUB01");
    assertThat(devices.path("servers").get(1).path("deviations").toString())
        .isEqualTo(
            "[{\"at\":null,\"is\":\"no-client: Configuration Manager doesn't manage the server\",\"source\":\"the site\","
                + "\"wanted\":\"onboarded by 2026-11-28T10:00:00Z\",\"what\":\"onboarding\"}]");
    assertThat(devices.path("differing").asInt()).isEqualTo(3);
    assertThat(devices.path("asWanted").asInt()).isEqualTo(3);
    assertThat(devices.path("leftOut").asInt()).isEqualTo(1);
  }

  @Test
  void withTheServersAskedTheirAntivirusIsComparedToo() {
    site.manifest().replace("antivirus: active", TrialManifest.passive("Pilot servers"));
    Printed printed = run("--devices", "--live");
    assertThat(printed.out())
        .contains(
            "Asked live: 5 of 5 servers answered within 30 seconds.",
            "  OWN01            pilot       antivirus   wanted  passive.",
            "is      AMRunningMode Normal (CMPivot, 2026-11-24 21:00 UTC).",
            "registry    wanted  ForceDefenderPassiveMode 1.",
            "is      ForceDefenderPassiveMode not set (CMPivot, 2026-11-24 21:00 UTC).");
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void aServerThatIsSilentIsCountedByItself() {
    site.lab().servers().turnOff("OWN01");
    Printed printed = run("--devices", "--live", "--live-timeout", "30s");
    assertThat(printed.out())
        .endsWith(
            "Servers: 1 not as the manifest says, 1 without an answer, 4 not due yet, 1 left out.\n");
  }

  @Test
  void withoutTheOptionServersAreNotLookedAt() {
    Printed printed = run();
    assertThat(printed.out()).doesNotContain("Servers:");
    JsonNode document = new Json().parse(run("--json").out());
    assertThat(document.path("format").asText()).isEqualTo("garrison.verify/1");
    assertThat(document.path("converged").asBoolean()).isFalse();
    assertThat(document.path("plan").path("changes").isEmpty()).isFalse();
    assertThat(document.path("devices").isNull()).isTrue();
  }

  @Test
  void askingBelongsToTheDevices() {
    Printed printed = run("--live");
    assertThat(printed.err()).contains("--live requires --devices.");
    assertThat(printed.exit()).isEqualTo(64);
  }
}
