package dev.garrison.windows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The scripts for servers, run by Pester on a server under Wine as the client of Configuration
 * Manager runs them; and the module for the console, against functions with the parameter sets that
 * Microsoft documents. The reports of what was run of them are in the folder {@code pester} of the
 * build. With {@code -Dcampaign.full=true} what is pending is undone in every order.
 */
@Tag("windows")
final class ClientScriptsIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path SCRIPTS = ROOT.resolve("mecm-scripts/src/main/powershell");
  private static final Path REPORTS = ROOT.resolve("connector/trial/target/pester");

  /**
   * Suites of each server. Most of their time is waiting for services, as the scripts do, so three
   * servers run at the same time.
   */
  private static final Map<String, List<String>> SUITES =
      Map.of(
          "pending",
          List.of("Pending.Tests.ps1"),
          "install",
          List.of("Install.Tests.ps1", "InstallCall.Tests.ps1"),
          "scripts",
          List.of(
              "Mode.Tests.ps1",
              "InstallLog.Tests.ps1",
              "Remove.Tests.ps1",
              "Settings.Tests.ps1",
              "Status.Tests.ps1",
              "RunScripts.Tests.ps1"));

  private static final List<String> CONSOLE_SUITES =
      List.of("Console.Tests.ps1", "Console.Settings.Tests.ps1", "Console.Policies.Tests.ps1");

  @TestFactory
  Stream<DynamicTest> theScriptsDoWhatTheySayOnAServer() throws IOException, InterruptedException {
    Map<WineServer, List<String>> servers = new HashMap<>();
    for (Map.Entry<String, List<String>> suites : SUITES.entrySet()) {
      WineServer server = WineServer.named(suites.getKey());
      copy("client", server.computer().driveC().resolve("Content"));
      copy("runscript", server.computer().driveC().resolve("RunScripts"));
      servers.put(server, suites.getValue());
    }
    return PesterTests.on(
        servers,
        Map.of(
            "GARRISON_TEST_INSTALL_SCRIPT", WineComputer.windowsPath(WineServer.installScript()),
            "GARRISON_TEST_INSTALLER",
                WineComputer.windowsPath(WineServer.named("scripts").installer()),
            "GARRISON_TEST_FULL", Boolean.toString(Boolean.getBoolean("campaign.full"))),
        List.of("C:\\Content\\*.ps1", "C:\\RunScripts\\*.ps1"),
        90,
        REPORTS);
  }

  // By itself, so that the module has its own share of commands that are run.
  @TestFactory
  Stream<DynamicTest> theModuleDoesWhatItSaysAtTheConsole()
      throws IOException, InterruptedException {
    WineServer server = WineServer.named("scripts");
    copy("Garrison", server.computer().driveC().resolve("Garrison"));
    return PesterTests.on(
        Map.of(server, CONSOLE_SUITES),
        Map.of(),
        List.of("C:\\Garrison\\*.ps1", "C:\\Garrison\\Garrison.psm1"),
        90,
        REPORTS.resolve("console"));
  }

  /** Copies scripts to a server as the content of an application. */
  static void copy(String folder, Path target) throws IOException {
    Files.createDirectories(target);
    // An earlier run on this server may have left Microsoft's script, which does not count as ours.
    Files.deleteIfExists(target.resolve("install.ps1"));
    try (DirectoryStream<Path> scripts =
        Files.newDirectoryStream(SCRIPTS.resolve(folder), "*.{ps1,psm1,psd1}")) {
      for (Path script : scripts) {
        Files.copy(
            script, target.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
