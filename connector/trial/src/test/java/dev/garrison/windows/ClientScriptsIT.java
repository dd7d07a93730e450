package dev.garrison.windows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The scripts for servers, run by Pester on a server under Wine as the client of Configuration
 * Manager runs them. The report of what was run of them is in the folder {@code pester} of the
 * build.
 */
@Tag("windows")
final class ClientScriptsIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path SCRIPTS = ROOT.resolve("mecm-scripts/src/main/powershell");
  private static final Path REPORT =
      ROOT.resolve("connector/trial/target/pester/client-scripts.xml");
  private static final List<String> SUITES = List.of("Mode.Tests.ps1", "InstallScript.Tests.ps1");

  @TestFactory
  Stream<DynamicTest> theScriptsDoWhatTheySayOnAServer() throws IOException, InterruptedException {
    WineServer server = WineServer.named("scripts");
    copy("client", server.computer().driveC().resolve("Content"));
    copy("runscript", server.computer().driveC().resolve("RunScripts"));
    Files.createDirectories(REPORT.getParent());
    return PesterTests.on(
        server,
        SUITES,
        Map.of(
            "GARRISON_TEST_INSTALL_SCRIPT", WineComputer.windowsPath(WineServer.installScript()),
            "GARRISON_TEST_INSTALLER", WineComputer.windowsPath(server.installer())),
        List.of("C:\\Content\\*.ps1", "C:\\RunScripts\\*.ps1"),
        90,
        REPORT);
  }

  private static void copy(String folder, Path target) throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> scripts =
        Files.newDirectoryStream(SCRIPTS.resolve(folder), "*.ps1")) {
      for (Path script : scripts) {
        Files.copy(
            script, target.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
