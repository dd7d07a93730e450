package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs for Windows that are built here: garrison.exe and the installer's own actions. */
final class WindowsLauncherIT {
  private static final Path COMPILER = Path.of("/usr/bin/x86_64-w64-mingw32-gcc");
  private static final Path BUILT = Distribution.folder().resolve("windows/garrison.exe");

  /** The installer's own actions. */
  private static final Path SETUP = BUILT.resolveSibling("setup.dll");

  @TempDir private Path folder;

  @BeforeEach
  void needCompiler() {
    assumeTrue(
        Files.exists(COMPILER), "NOT TESTED: garrison.exe, because " + COMPILER + " is missing.");
  }

  @Test
  void theSameSourcesGiveTheSameBytesInAnyFolder() throws Exception {
    Path repository = Path.of(System.getProperty("repository.root"));
    Path other = Files.createDirectory(folder.resolve("an other"));
    for (String part : List.of("connector/dist/src", "config/launcher")) {
      Files.createDirectories(other.resolve(part).getParent());
      Distribution.run(
          "cp", "-r", repository.resolve(part).toString(), other.resolve(part).toString());
    }

    Distribution.run(
        other.resolve("connector/dist/src/build/programs.sh").toString(),
        folder.toString(),
        System.getProperty("distribution.version"),
        System.getProperty("java.home"));

    assertThat(folder.resolve("garrison.exe")).hasSameBinaryContentAs(BUILT);
    assertThat(folder.resolve("setup.dll")).hasSameBinaryContentAs(SETUP);
  }

  @Test
  void itCarriesItsVersion() throws IOException {
    assertThat(new String(Files.readAllBytes(BUILT), StandardCharsets.UTF_16LE))
        .contains("ProductVersion", System.getProperty("distribution.version"));
  }

  /** Each is loaded from the system's folder, whatever lies beside the program ("known DLLs"). */
  @Test
  void itNeedsNoLibraryButThoseOfWindowsItself() throws Exception {
    assertThat(libraries(BUILT)).containsExactly("advapi32.dll", "kernel32.dll", "msvcrt.dll");
  }

  @Test
  void theInstallersOwnActionsNeedNoOtherEither() throws Exception {
    assertThat(libraries(SETUP))
        .containsExactly("advapi32.dll", "kernel32.dll", "msi.dll", "msvcrt.dll");
  }

  private static Set<String> libraries(Path file) throws IOException, InterruptedException {
    return Distribution.run("x86_64-w64-mingw32-objdump", "-p", file.toString()).stream()
        .filter(line -> line.contains("DLL Name: "))
        .map(line -> line.replaceFirst(".*DLL Name: ", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theZipHoldsTheOneThatWasBuilt() throws Exception {
    try (ZipFile zip = new ZipFile(Distribution.requireWindows().toFile())) {
      assertThat(
              zip.getInputStream(zip.getEntry(Distribution.name() + "/garrison.exe"))
                  .readAllBytes())
          .isEqualTo(Files.readAllBytes(BUILT));
    }
  }
}
