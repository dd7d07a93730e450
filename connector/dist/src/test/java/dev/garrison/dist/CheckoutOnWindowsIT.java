package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.dist.WindowsInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The batch file for a checkout, with a program that was built. Wine's PowerShell, which is empty,
 * answers that nothing is newer.
 */
@Tag("windows")
final class CheckoutOnWindowsIT {
  private static WindowsInstallation installation;
  private static Path checkout;
  private static Path work;

  @BeforeAll
  static void prepare() throws Exception {
    installation = new WindowsInstallation("checkout");
    checkout = installation.folder("sources");
    work = Files.createDirectory(checkout.resolve("work"));
    Path repository = Path.of(System.getProperty("repository.root"));
    Files.copy(repository.resolve("garrison.cmd"), checkout.resolve("garrison.cmd"));
    WindowsInstallation.copy(
        repository.resolve("config/launcher"), checkout.resolve("config/launcher"));
    Path built = Files.createDirectories(checkout.resolve("connector/cli/target/garrison"));
    Files.writeString(built.resolve("built"), "");
    Files.createSymbolicLink(built.resolve("lib"), installation.program().resolve("lib"));
    // What tells a JDK from another Java.
    Files.writeString(installation.program().resolve("runtime/bin/javac.exe"), "");
    Files.copy(installation.compile("mark"), work.resolve("mark.exe"));
  }

  @AfterAll
  static void remove() throws IOException {
    if (installation != null) {
      installation.remove();
    }
  }

  private static Result run(Map<String, String> variables, String... lines) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("JAVA_HOME", installation.onDriveC(installation.program().resolve("runtime")));
    all.putAll(variables);
    return installation.cmd(work, all, lines);
  }

  @Test
  void exitCodesReachTheLineThatCallsIt() throws Exception {
    assertThat(
            run(
                    Map.of(),
                    "@call ..\\garrison.cmd version >nul && echo good|| echo bad",
                    "@call ..\\garrison.cmd plan 2>nul && echo good|| echo bad")
                .text())
        .isEqualTo("good\nbad\n");
  }

  @Test
  void exclamationMarksStay() throws Exception {
    assertThat(run(Map.of(), "@..\\garrison.cmd plan -f \"a!b&c!.yaml\"").text())
        .startsWith("error: Manifest not found: a!b&c!.yaml. [GAR-0101]");
  }

  @Test
  void optionsOfJavaAreNotReadAsCommands() throws Exception {
    Result version =
        run(
            Map.of(
                "GARRISON_JAVA_OPTS",
                WindowsInstallation.QUIET + " -Xlog:arguments -Db=1&mark \"-Da=x & mark!\""),
            "@..\\garrison.cmd version");

    assertThat(version.text()).contains(" -Db=1&mark -Da=x & mark!");
    assertThat(work.resolve("started.txt")).doesNotExist();
  }

  @Test
  void programsOfOthersInTheCurrentFolderAreNotStarted() throws Exception {
    for (String name : new String[] {"findstr.exe", "where.exe", "java.exe"}) {
      Files.copy(work.resolve("mark.exe"), work.resolve(name));
    }

    assertThat(run(Map.of(), "@..\\garrison.cmd version").exit()).isZero();
    assertThat(work.resolve("started.txt")).doesNotExist();
  }

  @Test
  void aMissingJdkIsSaidToBeForTheBuild() throws Exception {
    assertThat(run(Map.of("JAVA_HOME", "C:\\none"), "@..\\garrison.cmd version").text())
        .isEqualTo(
            """
            error: Garrison is built from these sources with JDK 25, and none was found in JAVA_HOME, on PATH or below "C:\\Program Files".
                   Set JAVA_HOME, or: winget install EclipseAdoptium.Temurin.25.JDK
                   Only the build needs a JDK. The packaged program for Windows, garrison.exe, needs none.
            """);
  }

  @Test
  void theFolderOfWindowsAsCurrentFolderIsSaid() throws Exception {
    assertThat(run(Map.of(), "@cd /d %SystemRoot%", "@\"%~dp0..\\garrison.cmd\" version").text())
        .startsWith(
            "note: The current folder is C:\\windows: names of files count from there. Where it was one of the network, cmd left it.\n");
  }
}
