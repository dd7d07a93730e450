package dev.garrison.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.init.InitCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.lab.ServedRequest;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.Operator;
import dev.garrison.trial.TrialSite;
import dev.garrison.wiring.SiteSessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person answers {@code garrison init} with names that the site offers. */
final class FirstManifestIT {
  private static final String PACKAGES =
      """
        onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
        trust:
          - {certificate: packages/sample-root.pem, publisher: Garrison demonstration}
          - {names: [Seville.Windows.com], root: packages/sample-onboarding-root.pem}
      """;

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private TrialSite site;
  private Path file;

  @BeforeEach
  void start() {
    site = new TrialSite("2207", folder);
    file = folder.resolve("first.yaml");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private int init(String provider, String typed) {
    SiteSessions sessions =
        new SiteSessions(
            new Operator("tester", "test", 1, "test"),
            new Tempo(site.lab().clock(), _ -> {}, () -> 0.5),
            Map.of(),
            _ -> Optional.empty());
    ManifestReader reader = new ManifestReader();
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), true);
    InitCommand command =
        new InitCommand(
            console,
            new BufferedReader(new StringReader(typed)),
            new FirstManifest(reader, site.lab().clock()),
            new Takeover(sessions::takeover, reader, site.lab().clock())::names);
    List<String> line =
        new ArrayList<>(
            List.of(
                "init",
                file.toString(),
                "--name=trial",
                "--site-code=PS1",
                "--provider=" + provider,
                "--publish-to=folder:" + site.share(),
                "--content-source=\\\\files.lab.example\\mde$",
                "--org-id=5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2",
                "--sample-sharing=none"));
    return new CommandLineProgram(console, "0", List.of(command)).run(line.toArray(String[]::new));
  }

  @Test
  void aManifestOfTwoRingsWithOfferedNamesIsPlanned() throws IOException {
    site.makeCollection("Web servers", "DC02");
    int before = site.lab().requests().all().size();
    String typed =
        """
        all servers
        europe dps

        1


        active
        web
        eb s
        1


        passive

        """;
    assertThat(init(site.lab().adminService().toString(), typed)).as(err.toString()).isZero();
    List<ServedRequest> sent = site.lab().requests().all();
    assertThat(sent.subList(before, sent.size()))
        .extracting(ServedRequest::method)
        .containsOnly("GET");
    assertThat(Files.readString(file))
        .contains("collections: ['Pilot servers']", "collections: ['Web servers']");
    site.manifest()
        .text(
            Files.readString(file)
                .replace(
                    "  onboarding: packages/WindowsDefenderATPOnboardingPackage.zip\n", PACKAGES)
                .replace("  platformUpdate: packages/UpdatePlatform.exe\n", "")
                .replace("[2012R2, 2016, 2019, 2022, 2025]", "[2012R2, 2019, 2022]"));
    assertThat(site.plan().rings()).extracting(RingDecision::ring).containsExactly("pilot", "web");
  }

  @Test
  void aSiteThatIsNotReachableIsToldAndNamesAreTyped() {
    String provider = site.lab().adminService().toString();
    site.close();
    String typed =
        """
        All Servers
        Europe DPs
        pilot
        Pilot servers
        25

        active

        """;
    assertThat(init(provider, typed)).as(err.toString()).isZero();
    assertThat(err.toString())
        .contains("Names can still be typed as they are in the Configuration Manager console.");
    assertThat(file).exists();
  }
}
