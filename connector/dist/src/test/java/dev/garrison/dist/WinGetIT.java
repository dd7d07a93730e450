package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest by which WinGet finds the installer. */
@Tag("windows")
final class WinGetIT {
  private static final String VERSION = System.getProperty("distribution.version");
  private static final String ADDRESS = "https://example.invalid/garrison";

  @TempDir private Path folder;

  @BeforeEach
  void needInstaller() {
    assumeTrue(
        Files.exists(Distribution.installer()),
        "NOT TESTED: the manifest for WinGet, because the build had no Java for Windows.");
  }

  private void write(String version) throws Exception {
    Distribution.run(
        Path.of("src/build/winget.sh").toAbsolutePath().toString(),
        Distribution.installer().toString(),
        version,
        ADDRESS,
        folder.resolve("winget").toString());
  }

  private static String property(String name) throws Exception {
    return Distribution.run("msiinfo", "export", Distribution.installer().toString(), "Property")
        .stream()
        .filter(line -> line.startsWith(name + "\t"))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private List<String> lines(String name) throws Exception {
    return Files.readAllLines(folder.resolve("winget").resolve(name));
  }

  @Test
  void itsInstallerIsTheOneThatWasMade() throws Exception {
    write(VERSION);

    String digest =
        HexFormat.of()
            .withUpperCase()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(Distribution.installer())));
    String product = property("ProductCode");

    assertThat(product).matches("\\{[0-9A-F-]{36}\\}");
    assertThat(lines("Garrison.Garrison.installer.yaml"))
        .contains(
            "    InstallerUrl: " + ADDRESS + "/" + Distribution.installer().getFileName(),
            "    InstallerSha256: " + digest,
            "    ProductCode: '" + product + "'",
            "      - DisplayVersion: " + property("ProductVersion"),
            "        UpgradeCode: '" + property("UpgradeCode") + "'");
  }

  @Test
  void allThreeFilesSayTheSamePackageAndVersion() throws Exception {
    write(VERSION);

    for (String kind : List.of("", ".installer", ".locale.en-US")) {
      assertThat(lines("Garrison.Garrison" + kind + ".yaml"))
          .as("Garrison.Garrison" + kind + ".yaml")
          .contains(
              "PackageIdentifier: Garrison.Garrison",
              "PackageVersion: " + VERSION,
              "ManifestVersion: 1.10.0");
    }
  }

  @Test
  void anInstallerOfAnotherVersionIsRefused() {
    assertThatThrownBy(() -> write("1.2.3"))
        .hasMessageContaining("is of version 0.1.0, not 1.2.3.");
    assertThat(folder.resolve("winget")).doesNotExist();
  }
}
