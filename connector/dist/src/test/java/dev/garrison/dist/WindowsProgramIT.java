package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.dist.WindowsInstallation.Result;
import dev.garrison.servers.Apache.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of the zip for Windows, as it is started there. */
@Tag("windows")
final class WindowsProgramIT {
  private static WindowsInstallation installation;

  @BeforeAll
  static void unpack() throws Exception {
    installation = new WindowsInstallation("Gärrison & Co");
  }

  @AfterAll
  static void remove() throws IOException {
    if (installation != null) {
      installation.remove();
    }
  }

  private static String noFile(String name) {
    return """
    error: Manifest not found: %s. [GAR-0101]
      Fix: Specify the path to the manifest, or create a manifest with \"garrison init\".
    """
        .formatted(name);
  }

  @Test
  void itSaysItsVersion() throws Exception {
    Result version = installation.garrison(Map.of(), "version");

    assertThat(version.exit()).isZero();
    assertThat(version.text()).matches("garrison [^ ]+ \\(Java 25[^ ]+\\)\n");
  }

  @Test
  void itNamesItsCommands() throws Exception {
    assertThat(installation.garrison(Map.of(), "help").text()).contains("prerequisites");
  }

  @Test
  void itsExitCodesReachCmd() throws Exception {
    assertThat(
            installation
                .cmd(
                    installation.folder("codes"),
                    Map.of(),
                    "@\"%GARRISON%\" version >nul && echo good",
                    "@\"%GARRISON%\" plan 2>nul && echo good|| echo bad")
                .text())
        .isEqualTo("good\nbad\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jürgen",
        "日本",
        "smile 🙂",
        "a!b&c%PATH%^d",
        "it's;=,(1)",
        "%USERPROFILE%",
        "C:\\a b\\c",
        "\\\\server\\share$\\a"
      })
  void anArgumentArrivesAsItWasTyped(String name) throws Exception {
    assertThat(installation.garrison(Map.of(), "plan -f \"" + name + "\""))
        .isEqualTo(new Result(1, noFile(name)));
  }

  @Test
  void aPatternIsNotReplacedByNamesOfFiles() throws Exception {
    Files.writeString(installation.folder("work").resolve("one.txt"), "");

    assertThat(installation.garrison(Map.of(), "plan *").text())
        .startsWith("error: \"garrison plan\" takes no argument \"*\". [GAR-0702]\n");
  }

  /** Wine starts no program with such a current folder, so it is the place of the files here. */
  @Test
  void itRunsFromAFolderOfTheNetworkAndReadsFilesThere() throws Exception {
    Path server =
        Files.createDirectories(
            installation.computer().driveC().resolveSibling("dosdevices/unc/fs01"));
    Files.deleteIfExists(server.resolve("garrison"));
    Files.createSymbolicLink(server.resolve("garrison"), installation.program());
    Files.writeString(installation.program().resolve("none.yaml"), "site: {}\n");

    assertThat(
            installation
                .run(
                    Map.of(),
                    "",
                    "\\\\fs01\\garrison\\garrison.exe plan -f \\\\fs01\\garrison\\none.yaml")
                .text())
        .contains("\\\\fs01\\garrison\\none.yaml")
        .doesNotContain("GAR-0101");
  }

  @Test
  void optionsOfJavaAreSplitAtBlanksAndReadByNoShell() throws Exception {
    Path folder = installation.folder("options");
    Files.copy(installation.compile("mark"), folder.resolve("mark.exe"));

    Result version =
        installation.run(
            Map.of(
                "GARRISON_JAVA_OPTS",
                WindowsInstallation.QUIET
                    + " -Xlog:arguments  -Db=1&mark \"-Da=x & mark\" -D\"c=y z\""),
            installation.onDriveC(folder),
            installation.launcher() + " version");

    assertThat(version.text()).contains(" -Db=1&mark -Da=x & mark -Dc=y z");
    assertThat(folder.resolve("started.txt")).doesNotExist();
  }

  @Test
  void javaGetsTheOptionsThatEveryStartHas() throws Exception {
    Path options = Path.of(System.getProperty("repository.root"), "config/launcher/java.options");
    String common =
        String.join(
            " ",
            Files.readAllLines(options).stream().filter(line -> line.startsWith("-")).toList());

    assertThat(
            installation
                .garrison(
                    Map.of("GARRISON_JAVA_OPTS", WindowsInstallation.QUIET + " -Xlog:arguments"),
                    "serve -f none.yaml")
                .text())
        .contains(
            "jvm_args: "
                + common
                + " -XX:TieredStopAtLevel=4 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8"
                + " -Dstderr.encoding=UTF-8 -Xms16m "
                + WindowsInstallation.QUIET);
  }

  @Test
  void aDoubleQuoteThatIsLeftOpenIsRefused() throws Exception {
    assertThat(installation.garrison(Map.of("GARRISON_JAVA_OPTS", "-Da=\"x y"), "version"))
        .isEqualTo(
            new Result(1, "error: A double quote is left open in GARRISON_JAVA_OPTS: -Da=\"x y\n"));
  }

  @Test
  void optionsThatJavaRefusesAreNamed() throws Exception {
    Result refused =
        installation.garrison(
            Map.of("GARRISON_JAVA_OPTS", WindowsInstallation.QUIET + " -nonsense"), "version");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.text())
        .isEqualTo(
            """
            Unrecognized option: -nonsense
            error: Java did not start (-1).
                   Its options of GARRISON_JAVA_OPTS were: -XX:-PrintWarnings -nonsense
            """);
  }

  @Test
  void programsOfOthersInTheCurrentFolderAreNotStarted() throws Exception {
    Path folder = installation.folder("others");
    Path mark = installation.compile("mark");
    for (String name : new String[] {"findstr.exe", "java.exe", "where.exe", "cmd.exe"}) {
      Files.copy(mark, folder.resolve(name));
    }

    assertThat(
            installation
                .run(
                    Map.of(),
                    installation.onDriveC(folder),
                    installation.launcher() + " plan -f none.yaml")
                .text())
        .isEqualTo(noFile("none.yaml"));
    assertThat(folder.resolve("started.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"850", "1252", "932"})
  void aConsoleGetsItsOwnEncoding(String codePage) throws Exception {
    String name = codePage.equals("932") ? "日本" : "Jürgen";
    assertThat(
            installation.onConsole(
                "chcp " + codePage + " & " + installation.launcher() + " plan -f " + name))
        .contains("error: Manifest not found: " + name + ". [GAR-0101]");
  }

  @Test
  void aSiteLetsItInAsTheUserWhomWindowsKnows(@TempDir Path folder) throws Exception {
    try (SignedInSite site = SignedInSite.in(folder)) {
      Result planned = installation.garrison(site.ticket(), "plan -f " + site.manifest());
      assertThat(planned.exit()).as("%s", planned).isEqualTo(2);

      Result applied = installation.garrison(site.ticket(), "apply --yes -f " + site.manifest());
      assertThat(applied.exit()).as("%s", applied).isEqualTo(3);
      assertThat(site.letIn()).extracting(Served::method).contains("GET", "POST");
      assertThat(site.letIn()).extracting(Served::user).containsOnly(SignedInSite.USER);
    }
  }

  /**
   * Wine keeps no protection, no inheritance and no Event Log: that is told and not passed over.
   */
  @Test
  void theSelfTestTellsWhatThisComputerDoesOtherwise() throws Exception {
    Result tested = installation.garrison(Map.of(), "probe --windows-selftest");

    assertThat(tested.exit()).isEqualTo(1);
    assertThat(tested.text())
        .contains(
            "FAIL  access list",
            "FAIL  inherited list",
            "ok    replaced file",
            "ok    long path",
            "ok    console",
            "FAIL  event log");
  }

  @Test
  void ctrlCEndsTheServiceInOrder() throws Exception {
    List<Path> before = temporaryFolders();

    Result ended =
        installation.pressCtrlC(
            installation.launcher() + " demo --folder --serve --site 2107-rollup", "Press Ctrl-C");

    assertThat(ended.exit()).as("%s", ended.text()).isEqualTo(130);
    assertThat(temporaryFolders()).as("its folder is removed").isEqualTo(before);
  }

  private static List<Path> temporaryFolders() throws IOException {
    try (Stream<Path> files = Files.walk(installation.computer().driveC().resolve("users"))) {
      return files
          .filter(file -> file.toString().matches(".*/garrison-demo-[0-9]+"))
          .sorted()
          .toList();
    }
  }

  @Test
  void itRunsWithAJavaOfTheMachineWhereItBringsNone() throws Exception {
    Path java = installation.program().resolve("runtime");
    Path elsewhere = installation.folder("java").resolve("jre");
    Files.move(java, elsewhere);
    try {
      assertThat(
              installation
                  .garrison(
                      Map.of("JAVA_HOME", "\"" + installation.onDriveC(elsewhere) + "\\\""),
                      "version")
                  .text())
          .matches("garrison [^ ]+ \\(Java 25[^ ]+\\)\n");
      assertThat(installation.garrison(Map.of("JAVA_HOME", ""), "version"))
          .isEqualTo(
              new Result(
                  1,
                  """
                  error: Garrison needs Java 25, and none was found in JAVA_HOME or below C:\\Program Files.
                    Fix: A runtime (JRE) is enough: winget install EclipseAdoptium.Temurin.25.JRE
                  """));
      Path vendor =
          Files.createDirectories(
              installation.computer().driveC().resolve("Program Files/Eclipse Adoptium"));
      Files.move(elsewhere, vendor.resolve("jre-25"));
      assertThat(installation.garrison(Map.of("JAVA_HOME", ""), "version").exit()).isZero();
      Files.move(vendor.resolve("jre-25"), elsewhere);
    } finally {
      Files.move(elsewhere, java);
    }
  }

  @Test
  void anOlderJavaIsNotTaken() throws IOException, InterruptedException {
    Path java = installation.program().resolve("runtime");
    Path elsewhere = installation.folder("older").resolve("jre");
    Files.move(java, elsewhere);
    String release = Files.readString(elsewhere.resolve("release"));
    Files.writeString(elsewhere.resolve("release"), release.replace("\"25", "\"21"));
    try {
      assertThat(
              installation
                  .garrison(Map.of("JAVA_HOME", installation.onDriveC(elsewhere)), "version")
                  .text())
          .startsWith("error: Garrison needs Java 25, and none was found in JAVA_HOME");
    } finally {
      Files.writeString(elsewhere.resolve("release"), release);
      Files.move(elsewhere, java);
    }
  }

  @Test
  void aFolderWhoseNameJavaCannotBeGivenIsRefused() throws Exception {
    Path folder = installation.folder("日本");
    Files.copy(installation.program().resolve("garrison.exe"), folder.resolve("garrison.exe"));
    WindowsInstallation.copy(installation.program().resolve("lib"), folder.resolve("lib"));

    Result refused =
        installation.run(
            Map.of("JAVA_HOME", installation.onDriveC(installation.program().resolve("runtime"))),
            "",
            "\"" + installation.onDriveC(folder.resolve("garrison.exe")) + "\" version");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.text())
        .startsWith("error: Java cannot be given '-Djava.class.path=")
        .endsWith(
            """
            ': the code page 1252 of this Windows lacks a character of it.
              Fix: Put Garrison into a folder of another name, or change GARRISON_JAVA_OPTS.
            """);
  }
}
