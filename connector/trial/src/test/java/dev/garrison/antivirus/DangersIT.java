package dev.garrison.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.antivirus.AntivirusCommand;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are onboarded and not protected: no screen is content with them. */
@Tag("first")
final class DangersIT {
  private static final String SITE = "/dev/garrison/lab/sites/2509.yaml";
  private static final String OTHER =
      ", antivirus: [{product: Fabrikam Antivirus, service: FabrikamSvc}]";

  @TempDir private Path folder;
  private TrialSite site;

  private static String site() throws IOException {
    try (InputStream stream = DangersIT.class.getResourceAsStream(SITE)) {
      String text =
          new String(Objects.requireNonNull(stream, SITE).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(OTHER, "")
          .replace("losesPassive: true, ", "")
          .replace("pageSize: 10", "modeInventory: true")
          .replace("{name: WEB02, ", "{name: WEB02, realTimeOff: true, ")
          .replace(
              "{name: PRN01, os: \"2016\"",
              "{name: FS01, os: \"2022\", window: \"20:00\", client: \"5.00.9141.1011\"")
          .replace("members: [FS01, WEB01, WEB02, APP02]", "members: [WEB01, WEB02, APP02, FS01]")
          .replace(
              "{name: APP02, ",
              "{name: APP02, onboardedTo: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2,"
                  + " antivirus: [{product: ESET, service: ekrn}], ");
    }
  }

  @BeforeEach
  void play() throws IOException {
    site = TrialSite.of(Files.writeString(folder.resolve("dangers.yaml"), site()), folder);
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(9));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private record Printed(int exit, String out) {}

  private Printed run(String... words) {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false);
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(
                    new StatusCommand(console, site.sessions(), site::pass),
                    new AntivirusCommand(console, site.sessions(), site::pass),
                    new VerifyCommand(console, site.sessions(), site::pass)))
            .run(
                Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString());
  }

  @Test
  void statusIsNotContentAndSaysWhatToDo() {
    Printed printed = run("status");
    assertThat(printed.out())
        .contains(
            """
              antivirus-danger        1  WEB02
                                         onboarded, but no known antivirus protects the server.
            """,
            """
              antivirus-danger        1  APP02
                                         onboarded, but two antivirus products are active.
                                         Uninstall the other antivirus product, or move the server to a ring with "antivirus:
                                         passive".
            """,
            "  2 servers with an antivirus danger: garrison antivirus\n");
    assertThat(printed.exit()).isEqualTo(2);
  }

  @Test
  void twoRecordsOfOneNameAreNamedAndNeitherIsOnboarded() {
    assertThat(run("status", "--only", "unclear").out())
        .contains("the site has two records of this name, with the resource IDs");
  }

  @Test
  void theOtherScreensSayTheSame() {
    assertThat(run("antivirus").out())
        .contains(
            "     1  no known antivirus protects the server: WEB02\n",
            "     1  two active antivirus products: APP02\n");
    Printed devices = run("verify", "--devices");
    assertThat(devices.out().replaceAll("\\s+", " "))
        .contains(
            "APP02 pilot antivirus wanted protected by exactly one antivirus product.",
            "onboarded, but two antivirus products are active");
    assertThat(devices.exit()).isEqualTo(2);
    assertThat(run("status", "--server", "WEB02").exit()).isEqualTo(2);
  }

  @Test
  void itIsSaidInJapaneseToo() {
    assertThat(run("status", "--lang", "ja").out().replaceAll("\\n +", ""))
        .contains(
            "オンボード済みですが、既知のウイルス対策製品がサーバーを保護していません",
            "オンボード済みですが、2 つのウイルス対策製品がアクティブです",
            "保護に問題のあるサーバー: 2 台 (garrison antivirus)");
  }
}
