package dev.garrison.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(boolean terminal, String typed, String... options) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    InitCommand init =
        new InitCommand(
            console,
            new BufferedReader(new StringReader(typed)),
            new FirstManifest(new ManifestReader(), CLOCK));
    List<String> words = new ArrayList<>(List.of("init", file().toString()));
    words.addAll(List.of(options));
    return new CommandLineProgram(console, "1.2.3", List.of(init))
        .run(words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("garrison.yaml");
  }

  private static final String[] ALL = {
    "--name=contoso-prod",
    "--site-code=PS1",
    "--provider=https://cm01.contoso.example/AdminService",
    "--publish-to=folder:/srv/mde",
    "--content-source=\\\\fs01.contoso.example\\mde$",
    "--org-id=5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
    "--limiting-collection=All Servers",
    "--distribution-group=Europe DPs",
    "--ring-name=first",
    "--ring-collection=Pilot servers",
    "--max-devices=10",
    "--deadline=+48h",
    "--antivirus=passive",
    "--sample-sharing=none"
  };

  @Test
  void optionsAloneMakeAManifest() {
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("Wrote " + file() + ".");
    assertThat(new ManifestReader().read(file(), LocalDate.of(2026, 11, 24)).manifest())
        .satisfies(manifest -> assertThat(manifest.rings().getFirst().name()).isEqualTo("first"));
  }

  @Test
  void withoutTerminalNobodyIsAsked() {
    assertThat(run(false, "contoso-prod\n", "--site-code=PS1")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString())
        .startsWith("error: A new manifest needs more values: --name, --provider, --publish-to,")
        .contains("[GAR-0130]");
    assertThat(file()).doesNotExist();
  }

  @Test
  void onATerminalThePersonIsAsked() {
    String typed =
        """
        Contoso
        contoso-prod
        PS1
        https://cm01.contoso.example/AdminService
        folder:/srv/mde
        \\\\fs01.contoso.example\\mde$
        5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2
        All Servers
        Europe DPs

        Pilot servers


        active
        none
        """;
    assertThat(run(true, typed)).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .startsWith(
            "Name of the manifest (a to z, 0 to 9, and hyphens; can't be changed later): error: \"name\" is \"Contoso\"")
        .contains("Name of the first ring [pilot]: ");
    assertThat(file()).exists();
  }

  @Test
  void anExistingFileIsKept() {
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.OK);
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().replaceAll("\\s+", " ")).contains("already exists. [GAR-0131]");
  }
}
