package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.dist.WindowsInstallation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The classes that the first start on Windows keeps for the next ones. Wine keeps access lists as
 * the modes of files here, so "others may write" is a mode. Making them takes three minutes here.
 */
@Tag("windows")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WindowsClassCacheIT {
  private static final Map<String, String> NO_OPTIONS = Map.of("GARRISON_JAVA_OPTS", "");
  private static final Map<String, String> ONLY_WITH_CACHE =
      Map.of("GARRISON_JAVA_OPTS", "", "JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
  private static final String NO_MANIFEST = "error: Manifest not found: none.yaml. [GAR-0101]";

  private static WindowsInstallation installation;
  private static Path own;

  @BeforeAll
  static void unpack() throws Exception {
    installation = new WindowsInstallation("cache");
    try (Stream<Path> users = Files.list(installation.computer().driveC().resolve("users"))) {
      Path user = users.filter(name -> !name.endsWith("Public")).findFirst().orElseThrow();
      own = user.resolve("AppData/Local");
    }
  }

  @AfterAll
  static void remove() throws IOException {
    if (installation != null) {
      installation.remove();
    }
  }

  private static List<Path> kept(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("garrison-")).toList();
    }
  }

  private static void setMode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static boolean startsWithKept() throws Exception {
    return installation.garrison(ONLY_WITH_CACHE, "plan -f none.yaml").text().contains(NO_MANIFEST);
  }

  @Test
  @Order(1)
  void whatOnlyPrintsKeepsNothing() throws Exception {
    installation.garrison(NO_OPTIONS, "version");

    assertThat(kept(installation.program())).isEmpty();
  }

  @Test
  @Order(2)
  void nothingIsKeptWithOptionsOfSomebody() throws Exception {
    installation.garrison(Map.of(), "plan -f none.yaml");

    assertThat(kept(installation.program())).isEmpty();
  }

  @Test
  @Order(3)
  void nothingIsKeptWhereOthersMayWrite() throws Exception {
    List<Path> ofOthers = kept(own.resolve("Garrison"));
    setMode(installation.program(), "rwxrwxrwx");
    setMode(own, "rwxrwxrwx");
    try {
      assertThat(installation.garrison(NO_OPTIONS, "plan -f none.yaml").text())
          .startsWith(NO_MANIFEST);
      assertThat(kept(installation.program())).isEmpty();
      assertThat(kept(own.resolve("Garrison"))).isEqualTo(ofOthers);
    } finally {
      setMode(installation.program(), "rwxr-xr-x");
      setMode(own, "rwxr-xr-x");
    }
  }

  @Test
  @Tag("campaign")
  @Order(4)
  void theFirstStartKeepsThemBesideTheProgramAndTheNextOnesUseThem() throws Exception {
    assertThat(installation.garrison(NO_OPTIONS, "plan -f none.yaml").text())
        .startsWith(NO_MANIFEST);

    assertThat(kept(installation.program()))
        .singleElement()
        .extracting(file -> file.getFileName().toString())
        .asString()
        .matches("garrison-[0-9a-f]{16}\\.aot");
    assertThat(startsWithKept()).as("with Java told to fail without them").isTrue();
  }

  @Test
  @Tag("campaign")
  @Order(5)
  void aFileThatOthersMayWriteIsNotUsed() throws Exception {
    Path file = kept(installation.program()).getFirst();
    assertThat(file.toString()).endsWith(".aot");
    setMode(file, "rw-rw-rw-");
    try {
      assertThat(startsWithKept()).isFalse();
    } finally {
      setMode(file, "rw-r--r--");
    }
  }

  @Test
  @Tag("campaign")
  @Order(6)
  void aFileInAFolderThatOthersMayWriteIsNotUsed() throws Exception {
    setMode(installation.program(), "rwxrwxrwx");
    setMode(own, "rwxrwxrwx");
    try {
      assertThat(startsWithKept()).isFalse();
    } finally {
      setMode(installation.program(), "rwxr-xr-x");
      setMode(own, "rwxr-xr-x");
    }
  }

  @Test
  @Tag("campaign")
  @Order(7)
  void theDemonstrationConverges() throws Exception {
    Result demo = installation.garrison(NO_OPTIONS, "demo --json");

    assertThat(demo.exit()).as("%s", demo).isZero();
    assertThat(demo.text())
        .contains("\"applied\":true,\"converged\":true,\"devices\":{\"onboarded\":3}");
  }
}
