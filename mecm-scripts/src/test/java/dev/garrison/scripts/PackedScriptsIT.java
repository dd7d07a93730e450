package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an administrator unpacks, what the connector stages and what it signs must be the same. */
@Tag("first")
final class PackedScriptsIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CLIENT = ROOT.resolve("mecm-scripts/src/main/powershell/client");
  private static final Map<String, Path> FILES = files();

  private static Map<String, Path> files() {
    Map<String, Path> files = new TreeMap<>();
    for (String name :
        List.of(
            "AgentInstallation.ps1",
            "AntivirusChecks.ps1",
            "Get-DefenderStatus.ps1",
            "Install-DefenderForEndpoint.ps1",
            "InstallCall.ps1",
            "Invoke-InstallScript.ps1",
            "PendingOnboarding.ps1",
            "ReadinessChecks.ps1",
            "Remove-DefenderForEndpoint.ps1",
            "ScriptLog.ps1",
            "SensorOnboarding.ps1",
            "ServerActions.ps1",
            "ServerFacts.ps1",
            "Set-DefenderAntivirusMode.ps1",
            "Set-DefenderSettings.ps1")) {
      files.put("client/" + name, CLIENT.resolve(name));
    }
    for (String test : List.of("Test-DefenderConnectivity.ps1", "Test-DefenderDetection.ps1")) {
      files.put("runscript/" + test, CLIENT.resolveSibling("runscript").resolve(test));
    }
    files.put("client/ThirdPartyAntivirus.txt", ROOT.resolve("config/ThirdPartyAntivirus.txt"));
    for (PowerShellModule module : List.of(PowerShellModule.CONSOLE, PowerShellModule.ADMIN)) {
      module
          .files()
          .forEach(file -> files.put(module.name() + "/" + file, module.folder().resolve(file)));
    }
    return files;
  }

  @Test
  void theZipHoldsTheFilesUnchangedAndSaysWhatTheyAre() throws IOException {
    Map<String, byte[]> packed = new TreeMap<>();
    try (ZipFile zip = new ZipFile(System.getProperty("scripts.zip"))) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.isDirectory()) {
          packed.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }

    Map<String, Path> wanted = new TreeMap<>(FILES);
    wanted.put("README.md", ROOT.resolve("mecm-scripts/README.md"));
    assertThat(packed.keySet()).isEqualTo(wanted.keySet());
    for (var file : wanted.entrySet()) {
      assertThat(packed.get(file.getKey()))
          .as(file.getKey())
          .isEqualTo(Files.readAllBytes(file.getValue()));
    }
  }

  @Test
  void theClassPathHoldsTheFilesUnchanged() throws IOException {
    for (var file : FILES.entrySet()) {
      try (InputStream resource = getClass().getResourceAsStream(file.getKey())) {
        assertThat(resource).as(file.getKey()).isNotNull();
        assertThat(resource.readAllBytes())
            .as(file.getKey())
            .isEqualTo(Files.readAllBytes(file.getValue()));
      }
    }
  }
}
