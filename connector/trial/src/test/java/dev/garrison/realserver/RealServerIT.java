package dev.garrison.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.siteclient.Offer;
import dev.garrison.windows.WineMachine;
import dev.garrison.windows.WineServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Garrison deploys is carried out by a client that shares no class with it, on a server under
 * Wine, and what {@code status}, {@code verify} and the gates say of that server is what it
 * reported.
 */
@Tag("windows")
final class RealServerIT {
  private static final String OTHER = "77aa0000-0000-4000-8000-000000000003";
  private static final String ONBOARD =
      "Install-DefenderForEndpoint.ps1 -OrgId " + RealSite.TENANT + " -Antivirus ";

  /** A minute of a run time lasts two seconds: an hour is more than any of these needs. */
  private static final Duration MINUTE = Duration.ofSeconds(2);

  private static @Nullable RealServer shared;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    shared = new RealServer(WineMachine.of(WineServer.named("plays")));
  }

  private static RealServer server() {
    return Objects.requireNonNull(shared);
  }

  private RealSite site(String system) throws IOException, InterruptedException {
    return site(system, MINUTE);
  }

  private RealSite site(String system, Duration minute) throws IOException, InterruptedException {
    server().become(system);
    return new RealSite(folder, system, server().machine(), minute);
  }

  private static void nothingWasSimulated(RealSite site) {
    assertThat(site.trial().lab().servers().simulatedInstallations(RealSite.REAL)).isZero();
    assertThat(site.trial().lab().servers().simulatedInstallations(RealSite.SIMULATED))
        .as("which the lab would have done")
        .isPositive();
  }

  @Test
  void aServerIsOnboardedAndTheNextRingOpens() throws Exception {
    try (RealSite site = site("2019")) {
      site.settle();
      assertThat(site.cycle())
          .containsExactly("MDE pilot - 2019: 2005", "MDE pilot - 2019 settings: 2005");
      assertThat(site.ran()).as("before the deadline").isEmpty();
      assertThat(site.due())
          .containsExactly("MDE pilot - 2019: 1000", "MDE pilot - 2019 settings: 1001");
      assertThat(site.ran()).containsExactly(ONBOARD + "active -SampleSharing none -> 0");
      assertThat(server().value(RealServer.STATUS, "OrgId")).isEqualTo(RealSite.TENANT);
      stagedFilesAreOursAndUnaltered(site);
      assertThat(site.client().offered())
          .as("Wine runs no program of 32 bits, so that none is asked for is all that is shown")
          .isNotEmpty()
          .noneMatch(Offer::runsAs32Bit);

      JsonNode line = site.status(RealSite.REAL, "--live");
      assertThat(line.path("state").asText()).isEqualTo("onboarded");
      assertThat(line.path("live").path("sense").asText()).isEqualTo("runs");
      assertThat(site.run(List.of("verify", "--devices", "--live")).out())
          .contains(
              "Asked live: 3 of 3 servers answered within ",
              "Servers: 2 as it says, 1 not due yet.");
      site.days(2);
      assertThat(site.rings().getFirst())
          .startsWith("pilot passed: 2 of 2 servers (100%) onboarded");
      assertThat(site.rings().getLast()).startsWith("main open: ");
      nothingWasSimulated(site);
    }
  }

  /** In the cache of the client lies what this project ships, byte for byte. */
  private void stagedFilesAreOursAndUnaltered(RealSite site) throws IOException {
    Path cache = server().machine().path(site.client().ran().getFirst().folder());
    String script = "Install-DefenderForEndpoint.ps1";
    try (Stream<Path> staged = Files.walk(site.trial().share());
        InputStream shipped =
            RealServerIT.class.getResourceAsStream("/dev/garrison/scripts/client/" + script)) {
      assertThat(Files.readAllBytes(cache.resolve(script)))
          .isEqualTo(Objects.requireNonNull(shipped).readAllBytes());
      List<Path> files = staged.filter(Files::isRegularFile).toList();
      try (Stream<Path> cached = Files.list(cache)) {
        assertThat(cached)
            .filteredOn(file -> !file.toString().endsWith(".log"))
            .isNotEmpty()
            .allSatisfy(file ->
                assertThat(files)
                    .anySatisfy(source -> assertThat(file).hasSameBinaryContentAs(source)));
      }
    }
  }

  @Test
  void aSecondVersionOfTheSettingsIsWritten() throws Exception {
    try (RealSite site = site("2019")) {
      server().onboard(RealSite.TENANT);
      site.settle();
      assertThat(site.due())
          .containsExactly("MDE pilot - 2019: 1001", "MDE pilot - 2019 settings: 1000");
      assertThat(server().value(RealServer.POLICY, "AllowSampleCollection")).isEqualTo("0");
      site.trial().manifest().replace("sampleSharing: none", "sampleSharing: all");
      site.settle();
      site.trial().pass(Duration.ofHours(1));
      assertThat(site.cycle())
          .containsExactly("MDE pilot - 2019: 1001", "MDE pilot - 2019 settings: 1000");
      assertThat(site.ran())
          .containsExactly(
              "Set-DefenderSettings.ps1 -SampleSharing none -> 0",
              "Set-DefenderSettings.ps1 -SampleSharing all -> 0");
      assertThat(server().value(RealServer.POLICY, "AllowSampleCollection")).isEqualTo("1");
      nothingWasSimulated(site);
    }
  }

  @Test
  void aServerOfAnotherTenantIsLeftAloneAndHoldsTheGate() throws Exception {
    try (RealSite site = site("2019")) {
      server().onboard(OTHER);
      site.settle();
      assertThat(site.due())
          .containsExactly("MDE pilot - 2019: 5000 0x00004E23", "MDE pilot - 2019 settings: 1000");
      assertThat(server().value(RealServer.STATUS, "OrgId")).isEqualTo(OTHER);
      assertThat(site.status(RealSite.REAL).path("state").asText()).isEqualTo("other-tenant");
      assertThat(site.rings().getLast())
          .startsWith("main waiting: waits for ring pilot to meet its gate");
      nothingWasSimulated(site);
    }
  }

  @Test
  void aServerLeaves() throws Exception {
    try (RealSite site = site("2019")) {
      server().onboard(RealSite.TENANT);
      site.settle();
      site.due();
      site.trial().makeCollection("Old servers", RealSite.REAL);
      String blob =
          Blobs.signed(
              SigningAuthority.named("Garrison Sample"),
              Blobs.offboarding(
                  Blobs.TENANT, site.trial().lab().clock().instant().plus(Duration.ofDays(7))),
              Signing.WITH_PSS);
      Files.write(
          site.trial().folder().resolve("packages/offboarding.cmd"),
          Scripts.OFFBOARDING.bytes(blob));
      site.trial()
          .manifest()
          .replace(
              "sampleSharing",
              """
              offboard:
                - name: leavers
                  collection: Old servers
                  package: packages/offboarding.cmd
                  reason: CHG0042
              sampleSharing\
              """);
      for (int hour = 0; hour < 3; hour++) {
        site.settle(change -> change.summary().startsWith("offboard "));
        site.trial().pass(Duration.ofHours(1));
        site.cycle();
      }
      site.trial().pass(Duration.ofDays(3));
      assertThat(site.cycle()).containsExactly("MDE leavers - offboarding: 1000");
      assertThat(server().value(RealServer.STATUS, "OnboardingState")).isEqualTo("0");
      nothingWasSimulated(site);
    }
  }

  @Test
  void oneStagedByteThatChangesIsNotRun() throws Exception {
    try (RealSite site = site("2019")) {
      site.settle();
      Path script = site.staged("Install-DefenderForEndpoint.ps1");
      byte[] bytes = Files.readAllBytes(script);
      bytes[bytes.length - 3] ^= 1;
      Files.write(script, bytes);
      assertThat(site.due())
          .containsExactly("MDE pilot - 2019: 5003 0x80091007", "MDE pilot - 2019 settings: 1000");
      assertThat(site.ran()).noneMatch(line -> line.startsWith("Install-"));
      theGateIsClosed(site, "failed");
    }
  }

  @Test
  void aMisspeltDetectionKeyIsNotFoundAfterInstalling() throws Exception {
    try (RealSite site = site("2019")) {
      site.settle();
      site.edit(
          "Defender for Endpoint 2019",
          digest -> digest.replace("Threat Protection\\Status<", "Threat Protection\\State<"));
      assertThat(site.due())
          .containsExactly("MDE pilot - 2019: 5000 0x87D00324", "MDE pilot - 2019 settings: 1001");
      assertThat(site.ran()).containsExactly(ONBOARD + "active -SampleSharing none -> 0");
      assertThat(site.rings().getLast())
          .startsWith("main waiting: waits for ring pilot to meet its gate");
    }
  }

  @Test
  void aRunTimeThatIsExceededFails() throws Exception {
    try (RealSite site = site("2019", Duration.ofMillis(20))) {
      site.settle();
      assertThat(site.due().getFirst()).isEqualTo("MDE pilot - 2019: 5000 0x87D00213");
      assertThat(site.ran().getFirst())
          .isEqualTo(ONBOARD + "active -SampleSharing none -> overran");
      theGateIsClosed(site, "failed");
    }
  }

  @Test
  void aSensorThatStopsIsSeen() throws Exception {
    try (RealSite site = site("2019")) {
      server().onboard(RealSite.TENANT);
      site.settle();
      site.due();
      assertThat(site.run(List.of("verify", "--devices")).out())
          .contains("Servers: 2 as it says, 1 not due yet.");
      server().stop("Sense");
      site.trial().pass(Duration.ofDays(1));
      site.cycle();
      assertThat(site.status(RealSite.REAL).path("state").asText()).isEqualTo("sensor-stopped");
      assertThat(site.run(List.of("verify", "--devices")).out())
          .contains("REAL01           pilot       sensor      wanted  the service Sense runs.");
    }
  }

  private static void theGateIsClosed(RealSite site, String state) {
    assertThat(site.status(RealSite.REAL).path("state").asText()).isEqualTo(state);
    assertThat(site.rings().getLast())
        .startsWith("main waiting: waits for ring pilot to meet its gate");
  }

  @Test
  void aServerOf2016GoesOnAfterItsRestart() throws Exception {
    try (RealSite site = site("2016")) {
      ServerPackages.of2016(site.trial());
      server().wish("Installer", "Code", "dword", "3010");
      site.settle();
      assertThat(site.due())
          .containsExactly("MDE pilot - 2016: 2008", "MDE pilot - 2016 settings: 1000");
      assertThat(site.cycle().getFirst())
          .as("until it restarts")
          .isEqualTo("MDE pilot - 2016: 2008");
      assertThat(Files.readString(server().machine().path("C:\\msiexec.txt")))
          .contains("/i ", "/quiet /norestart");
      site.restart(server());
      assertThat(site.cycle().getFirst()).isEqualTo("MDE pilot - 2016: 1000");
      String hashes = "-InstallScriptHash HASH -InstallerHash HASH";
      assertThat(site.ran())
          .extracting(line -> line.replaceAll("[0-9A-F]{64}", "HASH"))
          .containsExactly(
              ONBOARD + "active -SampleSharing none " + hashes + " -> 3010",
              "Set-DefenderSettings.ps1 -SampleSharing none -> 0",
              ONBOARD + "active -SampleSharing none " + hashes + " -> 0");
      assertThat(server().value(RealServer.STATUS, "OrgId")).isEqualTo(RealSite.TENANT);
      site.days(2);
      assertThat(site.rings().getFirst()).startsWith("pilot passed: ");
      nothingWasSimulated(site);
    }
  }

  @Test
  void aCodeForARestartThatIsNotMappedIsAFailure() throws Exception {
    try (RealSite site = site("2016")) {
      ServerPackages.of2016(site.trial());
      server().wish("Installer", "Code", "dword", "3010");
      site.settle();
      site.edit(
          "Defender for Endpoint 2016",
          digest ->
              digest
                  .replace("<Item>3010</Item>", "")
                  .replaceAll("<ExitCode Code=\"3010\"[^>]*/>", ""));
      assertThat(site.due().getFirst()).isEqualTo("MDE pilot - 2016: 5000 0x00000BC2");
      theGateIsClosed(site, "failed");
    }
  }

  @Test
  void aPassiveServerGetsItsModeBeforeItIsOnboarded() throws Exception {
    try (RealSite site = site("2019")) {
      site.trial()
          .manifest()
          .replace(
              "antivirus: active\n    requireMaintenanceWindow: false\n    gate",
              """
              antivirus: passive
                  otherAntivirus:
                    - {server: REAL01, product: ESET, service: ekrn, reason: trial, owner: trial, until: 2099-12-31}
                    - {server: SIM01, product: Sophos, reason: trial, owner: trial, until: 2099-12-31}
                  requireMaintenanceWindow: false
                  gate\
              """);
      server().otherAntivirus();
      site.trial().lab().servers().install(RealSite.SIMULATED, OtherAntivirus.SOPHOS);
      site.settle();
      assertThat(site.due())
          .containsExactly(
              "MDE pilot - 2019 antivirus passive: 1000",
              "MDE pilot - 2019: 1000",
              "MDE pilot - 2019 settings: 1001");
      assertThat(site.ran())
          .containsExactly(
              "Set-DefenderAntivirusMode.ps1 -Antivirus passive -> 0",
              ONBOARD + "passive -SampleSharing none -> 0");
      assertThat(server().value(RealServer.POLICY, "ForceDefenderPassiveMode")).isEqualTo("1");
      assertThat(site.run(List.of("verify", "--devices", "--live")).out())
          .as("AMRunningMode is still Normal")
          .contains("REAL01           pilot       antivirus   wanted  passive.");
      server().wish("Antivirus", "AMRunningMode", "string", "Passive Mode");
      assertThat(site.run(List.of("verify", "--devices", "--live")).out())
          .contains("Servers: 2 as it says, 1 not due yet.");
      assertThat(
              site.status(RealSite.REAL, "--live")
                  .path("live")
                  .path("forceDefenderPassiveMode")
                  .asText())
          .isEqualTo("1");
      nothingWasSimulated(site);
    }
  }
}
