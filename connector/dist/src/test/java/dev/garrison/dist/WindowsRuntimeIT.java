package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build takes as Java for the zip for Windows, and what it refuses. */
final class WindowsRuntimeIT {
  private static final Path STEP = Path.of("src/build/TakeWindowsRuntime.java").toAbsolutePath();

  @TempDir private Path folder;
  private Path given;

  private record Result(int exit, String said) {}

  @BeforeEach
  void give() throws IOException {
    given = folder.resolve("jre");
    for (String file :
        List.of(
            "bin/java.exe",
            "bin/keytool.exe",
            "bin/jcmd.exe",
            "bin/net.dll",
            "bin/server/jvm.dll",
            "include/jni.h",
            "lib/modules",
            "legal/java.base/LICENSE")) {
      Files.createDirectories(given.resolve(file).getParent());
      Files.writeString(given.resolve(file), file);
    }
    release("25.0.1", "java.base jdk.net");
  }

  private void release(String version, String modules) throws IOException {
    Files.writeString(
        given.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
  }

  private Result take(Path source, String modules, String purpose) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                STEP.toString(),
                source.toString(),
                folder.resolve("taken").toString(),
                modules,
                purpose)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  @Test
  void aFolderIsTakenWithoutProgramsThatNothingStarts() throws Exception {
    assertThat(take(given, "java.base,jdk.net", "release")).isEqualTo(new Result(0, ""));
    assertThat(
            Distribution.run(
                "sh",
                "-c",
                "cd '" + folder.resolve("taken") + "' && find . -type f | LC_ALL=C sort"))
        .containsExactly(
            "./bin/java.exe",
            "./bin/keytool.exe",
            "./bin/net.dll",
            "./bin/server/jvm.dll",
            "./legal/java.base/LICENSE",
            "./lib/modules",
            "./release");
  }

  @Test
  void anArchiveWithOneFolderIsTakenToo() throws Exception {
    Path zip = folder.resolve("jre.zip");
    Distribution.run(
        Path.of(System.getProperty("java.home"), "bin/jar").toString(),
        "--create",
        "--no-manifest",
        "--file",
        zip.toString(),
        "-C",
        folder.toString(),
        "jre");

    assertThat(take(zip, "java.base", "release")).isEqualTo(new Result(0, ""));
    assertThat(folder.resolve("taken/bin/server/jvm.dll")).hasContent("bin/server/jvm.dll");
  }

  @Test
  void oneThatLacksModulesIsRefused() throws Exception {
    assertThat(take(given, "java.base,jdk.crypto.mscapi,jdk.security.jgss", "release"))
        .isEqualTo(
            new Result(
                1,
                "error: "
                    + given
                    + " is no Java for the zip: it lacks the modules jdk.crypto.mscapi, jdk.security.jgss. With -Dwindows.runtime.test=true it makes a package for tests\n"));
    assertThat(folder.resolve("taken")).doesNotExist();
  }

  @Test
  void oneThatLacksModulesIsTakenForTests() throws Exception {
    assertThat(take(given, "java.base,jdk.crypto.mscapi", "test").exit()).isZero();
  }

  @Test
  void anOlderOneIsRefused() throws Exception {
    release("21.0.9", "java.base");

    assertThat(take(given, "java.base", "test").said())
        .isEqualTo(
            "error: "
                + given
                + " is no Java for the zip: its version is '21.0.9', and 25 is the oldest\n");
  }

  @Test
  void oneWithoutItsLicencesIsRefused() throws Exception {
    Files.delete(given.resolve("legal/java.base/LICENSE"));

    assertThat(take(given, "java.base", "test").said())
        .isEqualTo(
            "error: " + given + " is no Java for the zip: it has no legal/java.base/LICENSE\n");
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("jre.zip"), "none");

    assertThat(take(file, "java.base", "release").said())
        .isEqualTo(
            "error: " + file + " is no Java for the zip: it is neither a folder nor a zip\n");
  }
}
