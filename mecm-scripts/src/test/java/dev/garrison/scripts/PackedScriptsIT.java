package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What an administrator unpacks and what the connector stages must be the same files. */
final class PackedScriptsIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CLIENT = ROOT.resolve("mecm-scripts/src/main/powershell/client");
  private static final Map<String, Path> CLIENT_FILES =
      Map.of(
          "Install-DefenderForEndpoint.ps1", CLIENT.resolve("Install-DefenderForEndpoint.ps1"),
          "ReadinessChecks.ps1", CLIENT.resolve("ReadinessChecks.ps1"),
          "SensorOnboarding.ps1", CLIENT.resolve("SensorOnboarding.ps1"),
          "Set-DefenderAntivirusMode.ps1", CLIENT.resolve("Set-DefenderAntivirusMode.ps1"),
          "ThirdPartyAntivirus.txt", ROOT.resolve("config/ThirdPartyAntivirus.txt"));

  @Test
  void theZipHoldsTheClientFilesUnchanged() throws IOException {
    Map<String, byte[]> packed = new TreeMap<>();
    try (ZipFile zip = new ZipFile(System.getProperty("scripts.zip"))) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.isDirectory()) {
          packed.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }

    assertThat(packed.keySet())
        .containsExactlyInAnyOrderElementsOf(
            CLIENT_FILES.keySet().stream().map("client/"::concat).toList());
    for (var file : CLIENT_FILES.entrySet()) {
      assertThat(packed.get("client/" + file.getKey()))
          .as(file.getKey())
          .isEqualTo(Files.readAllBytes(file.getValue()));
    }
  }

  @Test
  void theClassPathHoldsTheClientFilesUnchanged() throws IOException {
    for (var file : CLIENT_FILES.entrySet()) {
      try (InputStream resource = getClass().getResourceAsStream("client/" + file.getKey())) {
        assertThat(resource).as(file.getKey()).isNotNull();
        assertThat(resource.readAllBytes())
            .as(file.getKey())
            .isEqualTo(Files.readAllBytes(file.getValue()));
      }
    }
  }
}
