package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing a folder for a simulated site, and mistakes in starting it. */
final class LabFolderIT {
  @TempDir Path temporary;

  private record Typed(int exit, String out, String err) {}

  private static Typed type(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    LabCommand command = new LabCommand(console, Clock.systemUTC(), Map.of(), new SecureRandom());
    int exit = new CommandLineProgram(console, "test", List.of(command)).run(words);
    return new Typed(exit, out.toString(), err.toString());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aNewFolderHoldsAManifestPackagesOfTwoMonthsAndAWalkthrough() throws IOException {
    Path folder = temporary.resolve("learn");
    Typed typed = type("lab", "--init", folder.toString());
    assertThat(typed.err()).isEmpty();
    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("Next: garrison lab --dir " + folder);
    assertThat(files(folder))
        .containsExactly(
            "WALKTHROUGH.md",
            "garrison.yaml",
            "lab.properties",
            "packages/WindowsDefenderATPOffboardingScript_valid_until_2055-12-31.cmd",
            "packages/WindowsDefenderATPOnboardingScript.cmd",
            "packages/install.ps1",
            "packages/md4ws.msi",
            "packages/next/md4ws.msi",
            "packages/sample-next-root.pem",
            "packages/sample-onboarding-root.pem",
            "packages/sample-root.pem",
            "site.yaml");
    assertThat(folder.resolve("share")).isEmptyDirectory();
  }

  @Test
  void itsManifestHasThreeRingsOnTheChosenPort() {
    Path folder = temporary.resolve("learn");
    type("lab", "--init", folder.toString(), "--port", "8600");
    var manifest =
        new ManifestReader()
            .read(folder.resolve("garrison.yaml"), LocalDate.parse("2026-11-24"))
            .manifest();
    assertThat(manifest.rings())
        .extracting(ring -> ring.name() + " " + ring.antivirus())
        .containsExactly("pilot ACTIVE", "branch PASSIVE", "production ACTIVE");
    assertThat(manifest.site().providers()).hasToString("[http://127.0.0.1:8600/AdminService]");
  }

  @Test
  void aFolderThatIsNotEmptyIsRefusedAndKept() throws IOException {
    Files.writeString(temporary.resolve("mine.txt"), "mine");
    Typed typed = type("lab", "--init", temporary.toString());
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err())
        .startsWith("error: The folder \"" + temporary + "\" isn't empty.")
        .contains("[GAR-1067]", "Specify a new or empty folder. No changes were made.");
    assertThat(files(temporary)).containsExactly("mine.txt");
  }

  @Test
  void aFolderWithoutASiteIsNotStarted() {
    Typed typed = type("lab", "--dir", temporary.toString());
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).contains("has no simulated site", "[GAR-1069]", "garrison lab --init");
  }

  @Test
  void aMistakeInTheSiteFileIsNamedWithItsLine() throws IOException {
    Path folder = temporary.resolve("learn");
    type("lab", "--init", folder.toString());
    Path site = folder.resolve("site.yaml");
    String text = Files.readString(site);
    Files.writeString(site, text.replaceFirst("windowHours", "windowHour"));
    Typed unknown = type("lab", "--dir", folder.toString());
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err())
        .contains(
            "The site file has an unknown key \"windowHour\". [GAR-1069]",
            site + ":13\n",
            "docs/lab.md lists the keys of site files.");

    Files.writeString(site, text.replaceFirst("os: \"2019\"", "os: \"2099\""));
    assertThat(type("lab", "--dir", folder.toString()).err())
        .contains("The site file can't be read (no operating system '2099'). [GAR-1069]");
    Files.writeString(site, text.replaceFirst("sites:", "sites"));
    assertThat(type("lab", "--dir", folder.toString()).err())
        .contains("The site file can't be read (", site + ":");
  }

  @Test
  void aPortThatIsTakenIsNamedAsTheCause() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Path folder = temporary.resolve("learn");
      type("lab", "--init", folder.toString(), "--port", "" + taken.getLocalPort());
      Typed typed = type("lab", "--dir", folder.toString());
      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.err()).contains("can't listen on its ports of 127.0.0.1", "[GAR-1069]");
      assertThat(folder.resolve("lab.json")).doesNotExist();
    }
  }

  @Test
  void aWrongKindOfFaultIsToldTheKinds() {
    Typed typed = type("lab", "--fault", "instal=FS01");
    assertThat(typed.exit()).isEqualTo(64);
    assertThat(typed.err().replaceAll("\\s+", " "))
        .contains(
            "\"instal\" isn't one of install, offline, sensor, other-antivirus, active, distribution, unavailable, denied, proxy, flaky, clock, wsus-unavailable, wsus-denied, wsus-sync, wsus-clock.");
  }

  @Test
  void aFaultOfAnUnknownServerStopsTheStart() {
    Typed typed = type("lab", "--site", "2203", "--fault", "install=FS99");
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err())
        .contains("The site has no server or collection \"FS99\".", "[GAR-1070]");
  }

  @Test
  void aFaultOfServersNeedsTheirNames() {
    assertThat(type("lab", "--fault", "install").err().replaceAll("\\s+", " "))
        .contains(
            "The fault \"install\" requires names of servers or collections, for example FS01.");
    assertThat(type("lab", "--fault", "denied=FS01").err())
        .contains("The fault \"denied\" takes no names.");
  }

  @Test
  void aSpeedIsAFactor() {
    assertThat(type("lab", "--speed", "fast").err())
        .contains("\"fast\" isn't a speed from 0x to 600x, for example 60x.");
    assertThat(type("lab", "--speed", "601x").err()).contains("\"601x\" isn't a speed");
  }

  @Test
  void thePortBelongsToTheFolder() {
    assertThat(type("lab", "--dir", "x", "--port", "8600").err())
        .contains("--port requires --init. The manifest in the folder sets the port.");
    assertThat(type("lab", "--init", "x", "--port", "80").err())
        .contains("--port must be a number from 1024 to 65534.");
  }

  @Test
  void commandsThatControlASiteSayThatNoneRuns() {
    Path folder = temporary.resolve("none");
    for (List<String> words :
        List.of(
            List.of("status"),
            List.of("advance", "3d"),
            List.of("upgrade", "2207"),
            List.of("fault"))) {
      List<String> line =
          Stream.of(List.of("lab"), words, List.of("--dir", folder.toString()))
              .flatMap(List::stream)
              .toList();
      Typed typed = type(line.toArray(String[]::new));
      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.err().replaceAll("\\s+", " "))
          .contains(
              "No simulated site is running for the folder \"%s\". [GAR-1068]".formatted(folder),
              "Run \"garrison lab --dir %s\" in another terminal.".formatted(folder));
    }
  }
}
