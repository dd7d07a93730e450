package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.garrison.servers.Apache.Served;
import dev.garrison.windows.WineComputer;
import dev.garrison.windows.WineComputer.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The installer, from the first installation over a service and an upgrade to the removal: one
 * after the other, because each rests on the one before. The exit codes of Windows Installer have
 * eight bits here, so 1603 is 67. Wine keeps no SIDs of services and tells no rights of accounts.
 */
@Tag("windows")
@TestMethodOrder(OrderAnnotation.class)
final class WindowsInstallerIT {
  /**
   * Nothing is kept for later starts: making it takes a minute here. Nor are Wine's missing
   * processor groups said.
   */
  private static final Map<String, String> PLAIN =
      Map.of("GARRISON_JAVA_OPTS", "-Xshare:auto -XX:-PrintWarnings");

  private static final int FAILED = 67;
  private static final int MOST_ROUNDS = 60;
  private static final String PROCRUN =
      "HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\ProcRun 2.0\\garrison";
  private static final String EVENT_SOURCE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Garrison";
  private static final String OLD = "-" + System.getProperty("distribution.version") + ".jar";
  private static final String NEW = "-99.0.0.jar";

  private static WineComputer computer;
  private static Path later;

  @BeforeAll
  static void find() throws IOException, InterruptedException {
    computer = WineComputer.shared();
    assumeTrue(
        Distribution.hasWindowsRuntime(),
        "NOT TESTED: the installer, because the build had no Java for Windows.");
    later = Distribution.folder().resolve("later.msi");
  }

  /** Whatever failed, the next run of the tests finds a computer without Garrison. */
  @AfterAll
  static void remove() throws IOException, InterruptedException {
    if (later == null) {
      return;
    }
    for (Path installer : List.of(later, Distribution.installer())) {
      if (Files.exists(program()) && Files.exists(installer)) {
        msiexec("/x", installer);
      }
    }
    Files.deleteIfExists(later);
  }

  private static Ended msiexec(String what, Path installer, String... properties)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(what, WineComputer.windowsPath(installer), "/qn"));
    words.addAll(Arrays.asList(properties));
    return computer.program(PLAIN, Path.of("msiexec"), words.toArray(String[]::new));
  }

  private static String garrison(String... words) throws IOException, InterruptedException {
    return computer
        .program(PLAIN, program().resolve("garrison.exe"), words)
        .text()
        .replace("\r", "");
  }

  private static Path program() {
    return computer.driveC().resolve("Program Files/Garrison");
  }

  private static Path data() {
    return computer.driveC().resolve("ProgramData/Garrison");
  }

  private static void makeInstaller(Path zip, String version, Path installer)
      throws IOException, InterruptedException {
    Distribution.run(
        Path.of("src/build/msi.sh").toAbsolutePath().toString(),
        zip.toString(),
        version,
        installer.toString(),
        System.getProperty("java.home"),
        Distribution.folder().resolve("windows/setup.dll").toString());
  }

  /** The zip with our jars named as those of a later version. */
  private static Path withNewJars(Path folder) throws IOException, InterruptedException {
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    try (Stream<Path> jars = Files.list(Distribution.unpackWindows(unpacked).resolve("lib"))) {
      for (Path jar : jars.filter(jar -> jar.toString().endsWith(OLD)).toList()) {
        Files.move(jar, jar.resolveSibling(jar.getFileName().toString().replace(OLD, NEW)));
      }
    }
    Path zip = folder.resolve("later.zip");
    Distribution.run(
        Path.of(System.getProperty("java.home"), "bin/jar").toString(),
        "--create",
        "--no-manifest",
        "--no-compress",
        "--file",
        zip.toString(),
        "-C",
        unpacked.toString(),
        ".");
    return zip;
  }

  private static Path log() {
    return data().resolve(".garrison/service/log/garrison.jsonl");
  }

  /** Looks at the service until its log has the text, and returns the last look. */
  private static String untilLogged(String text) throws IOException, InterruptedException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String looked = garrison("service", "show");
      if (Files.exists(log()) && Files.readString(log()).contains(text)) {
        return looked;
      }
    }
    throw new AssertionError("not in the log of the service: " + text);
  }

  private static String net(String word) throws IOException, InterruptedException {
    return computer.program(Map.of(), Path.of("net"), word, "garrison").text();
  }

  @Test
  @Order(0)
  void whatAnAdministratorGivesReachesTheInstallationAndNoLog() throws Exception {
    List<String> properties =
        Distribution.run("msiinfo", "export", Distribution.installer().toString(), "Property")
            .stream()
            .map(String::strip)
            .toList();

    assertThat(properties)
        .anyMatch(line ->
            line.startsWith("SecureCustomProperties\tWIX_")
                && line.endsWith(";SERVICEACCOUNT;SERVICEPASSWORD;MANIFEST;START"))
        .contains("MsiHiddenProperties\tSERVICEPASSWORD;InstallService");
    assertThat(
            Distribution.run(
                "msiinfo", "export", Distribution.installer().toString(), "CustomAction"))
        .as("its data is in no log: the bit 0x2000")
        .anyMatch(line -> line.startsWith("InstallService\t11265\t"));
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "SERVICEACCOUNT=CONTOSO\\svc",
    "SERVICEPASSWORD=secret",
    "START=1",
    "SERVICEACCOUNT=CONTOSO\\nobody$"
  })
  void whatCannotBeIsRefusedAndLeavesNothing(String property) throws Exception {
    assertThat(msiexec("/i", Distribution.installer(), property).exit()).isEqualTo(FAILED);

    assertThat(program().resolve("garrison.exe")).doesNotExist();
  }

  @Test
  @Order(2)
  void itInstallsAProgramWithoutAServiceWhereNoneIsAskedFor() throws Exception {
    assertThat(msiexec("/i", Distribution.installer()).exit()).isZero();

    assertThat(garrison("version")).startsWith("garrison ");
    assertThat(garrison("service", "show"))
        .isEqualTo("This computer has no service \"garrison\".\n");
    assertThat(Files.getPosixFilePermissions(data()).toString()).doesNotContain("OTHERS");
    assertThat(msiexec("/x", Distribution.installer()).exit()).isZero();
  }

  @Test
  @Order(3)
  void itInstallsTheServiceForTheAccountThatIsNamed() throws Exception {
    assertThat(msiexec("/i", Distribution.installer(), "SERVICEACCOUNT=LocalSystem").exit())
        .isZero();

    assertThat(garrison("service", "show"))
        .isEqualTo(
            "The service \"garrison\" runs as LocalSystem, has the start type automatic, and is stopped.\n");
  }

  @Test
  @Order(4)
  void theProgramThatItInstallsDemonstratesAndPlans(@TempDir Path folder) throws Exception {
    assertThat(garrison("demo", "--json"))
        .contains("\"applied\":true,\"converged\":true,\"devices\":{\"onboarded\":3}");

    try (SignedInSite site = SignedInSite.in(folder)) {
      Map<String, String> variables = new HashMap<>(PLAIN);
      variables.putAll(site.ticket());
      Ended planned =
          computer.program(
              variables, program().resolve("garrison.exe"), "plan", "-f", site.manifest());
      assertThat(planned.exit()).as("%s", planned).isEqualTo(2);
      assertThat(site.letIn()).extracting(Served::user).containsOnly(SignedInSite.USER);
    }
  }

  @Test
  @Order(5)
  void theServiceStartsRunsItsJobsAndEndsInOrder() throws Exception {
    Files.writeString(
        data().resolve("garrison.yaml"),
        Files.readString(
                Path.of(System.getProperty("repository.root"), "config/examples/minimal.yaml"))
            + "jobs:\n  schedules:\n    - {job: expiry, every: 6h}\n");

    assertThat(net("start")).contains("The Garrison service was started successfully.");
    assertThat(untilLogged("\"message\":\"The API is at http://127.0.0.1:8740/api/v1.\""))
        .endsWith("and is running.\n");
    assertThat(net("stop")).contains("The Garrison service was stopped successfully.");
    assertThat(untilLogged("\"message\":\"The service has ended.\"")).endsWith("and is stopped.\n");
    assertThat(Files.readAllLines(log()).getLast()).contains("The service has ended.");
  }

  @Test
  @Order(6)
  void anUpgradeKeepsAccountStartAndManifestAndRunsTheNewJarsAlone(@TempDir Path folder)
      throws Exception {
    assertThat(net("start")).contains("started successfully");
    String manifest = Files.readString(data().resolve("garrison.yaml"));
    makeInstaller(withNewJars(folder), "99.0.0", later);

    assertThat(msiexec("/i", later).exit()).isZero();

    assertThat(garrison("service", "show"))
        .isEqualTo(
            "The service \"garrison\" runs as LocalSystem, has the start type automatic, and is running.\n");
    assertThat(data().resolve("garrison.yaml")).hasContent(manifest);
    try (Stream<Path> jars = Files.list(program().resolve("lib"))) {
      assertThat(jars)
          .noneMatch(jar -> jar.toString().endsWith(OLD))
          .anyMatch(jar -> jar.toString().endsWith(NEW));
    }
    assertThat(
            computer
                .program(
                    PLAIN,
                    Path.of("reg"),
                    "query",
                    PROCRUN + "\\Parameters\\Java",
                    "/v",
                    "Classpath")
                .text())
        .contains(NEW)
        .doesNotContain(OLD);
  }

  @Test
  @Order(7)
  void aRepairTakesNoAnswersFromWhomeverAsksForIt() throws Exception {
    assertThat(
            msiexec(
                    "/i",
                    later,
                    "REINSTALL=ALL",
                    "SERVICEACCOUNT=CONTOSO\\other$",
                    "MANIFEST=C:\\other.yaml")
                .exit())
        .isZero();

    assertThat(garrison("service", "show"))
        .isEqualTo(
            "The service \"garrison\" runs as LocalSystem, has the start type automatic, and is running.\n");
    assertThat(
            computer
                .program(
                    PLAIN, Path.of("reg"), "query", PROCRUN + "\\Parameters\\Start", "/v", "Params")
                .text())
        .contains("C:\\ProgramData\\Garrison\\garrison.yaml")
        .doesNotContain("other.yaml");
  }

  @Test
  @Order(8)
  void aRemovalTakesEverythingButTheData() throws Exception {
    assertThat(msiexec("/x", later).exit()).isZero();

    assertThat(program().resolve("garrison.exe")).doesNotExist();
    assertThat(program().resolve("lib")).doesNotExist();
    assertThat(data().resolve("garrison.yaml")).exists();
    assertThat(net("start")).doesNotContain("started successfully");
    assertThat(computer.program(PLAIN, Path.of("reg"), "query", PROCRUN).exit()).isNotZero();
    assertThat(computer.program(PLAIN, Path.of("reg"), "query", EVENT_SOURCE).exit()).isZero();
  }

  /** After an upgrade Wine no longer knows which versions belong together. */
  @Test
  @Order(9)
  void anOlderVersionIsRefused() throws Exception {
    assertThat(msiexec("/i", later).exit()).isZero();

    assertThat(msiexec("/i", Distribution.installer()).exit()).isEqualTo(FAILED);
    assertThat(msiexec("/x", later).exit()).isZero();
  }

  @Test
  @Order(10)
  void theSameZipGivesTheSameBytes() throws Exception {
    Path again = Distribution.folder().resolve("again.msi");
    try {
      makeInstaller(Distribution.windows(), System.getProperty("distribution.version"), again);
      assertThat(Files.mismatch(Distribution.installer(), again)).isEqualTo(-1);
    } finally {
      Files.deleteIfExists(again);
    }
  }
}
