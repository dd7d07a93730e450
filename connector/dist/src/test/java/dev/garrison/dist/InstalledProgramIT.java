package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.dist.Installation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Linux, unpacked in an empty folder on a machine that has no Java. */
@EnabledOnOs(OS.LINUX)
final class InstalledProgramIT {
  private static final String NO_MANIFEST =
      """
      error: Manifest not found: garrison.yaml. [GAR-0101]
        Fix: Specify the path to the manifest, or create a manifest with \"garrison init\".
      """;
  private static final Map<String, String> ONLY_WITH_CACHE =
      Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");

  @TempDir private static Path unpacked;
  private static Path program;

  @TempDir private Path own;
  private Path home;
  private Installation installation;

  @BeforeAll
  static void unpack() throws Exception {
    program = Distribution.unpack(unpacked);
    Installation.findTools();
  }

  @BeforeEach
  void prepare() throws IOException {
    home = Files.createDirectory(own.resolve("home"));
    installation = new Installation(program, Files.createDirectory(own.resolve("work")));
  }

  private Map<String, String> atHome() {
    return Map.of("HOME", home.toString());
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theDemonstrationRunsWithoutJavaOnThePathAndKeepsItsClassesForTheNextStart()
      throws Exception {
    Result demo = installation.run(atHome(), "demo", "--json");
    assertThat(demo.exit()).as("%s", demo).isZero();
    assertThat(demo.out())
        .contains("\"applied\":true,\"converged\":true,\"devices\":{\"onboarded\":3}");
    if (Installation.hasSamba()) {
      assertThat(demo.out()).as("where the content went").contains(" to smb://");
    }

    List<Path> kept = filesBelow(home);
    assertThat(kept).hasSize(1);
    Path cache = kept.getFirst();
    assertThat(home.relativize(cache).toString())
        .matches("\\.cache/garrison/garrison-[0-9]+-[0-9]+\\.aot");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .matches("r.-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.getParent())))
        .isEqualTo("rwx------");

    Result next =
        installation.run(
            Map.of("HOME", home.toString(), "JDK_JAVA_OPTIONS", "-XX:AOTMode=on"), "plan");
    assertThat(next.err()).as("with Java told to fail without them").endsWith(NO_MANIFEST);
    assertThat(filesBelow(home)).isEqualTo(kept);
  }

  @Test
  void javaDoesFailWhereItIsToldToWithoutKeptClasses() throws Exception {
    assertThat(installation.run(ONLY_WITH_CACHE, "plan").err()).doesNotContain("GAR-0101");
  }

  @Test
  void itRunsWithoutAHome() throws Exception {
    Result plan = installation.run(Map.of(), "plan");

    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err()).isEqualTo(NO_MANIFEST);
  }

  @Test
  void aHomeThatIsNotThereIsNotMade() throws Exception {
    Path nowhere = own.resolve("nowhere");

    Result plan = installation.run(Map.of("HOME", nowhere.toString()), "plan");

    assertThat(plan.err()).isEqualTo(NO_MANIFEST);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void nothingIsMadeInAHomeThatOthersMayWrite() throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(installation.run(atHome(), "plan").err()).isEqualTo(NO_MANIFEST);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void nothingIsKeptWhereOthersMayWrite() throws Exception {
    Path cache = Files.createDirectories(home.resolve(".cache/garrison"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(installation.run(atHome(), "plan").err()).isEqualTo(NO_MANIFEST);
    assertThat(filesBelow(home)).isEmpty();
  }

  @Test
  void nothingIsKeptBelowAFolderInWhichOthersMayPutAnotherInItsPlace() throws Exception {
    Path cache = Files.createDirectories(home.resolve(".cache/garrison"));
    Files.setPosixFilePermissions(cache.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(installation.run(atHome(), "plan").err()).isEqualTo(NO_MANIFEST);
    assertThat(filesBelow(home)).isEmpty();
  }

  @Test
  void nothingIsTriedAgainOnTheDayItFailed() throws Exception {
    Result first =
        installation.run(
            Map.of("HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/nowhere"),
            "plan");
    assertThat(first.err()).endsWith(NO_MANIFEST);
    List<Path> kept = filesBelow(home);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().toString()).endsWith(".aot.failed");

    assertThat(installation.run(atHome(), "plan").err()).isEqualTo(NO_MANIFEST);
    assertThat(filesBelow(home)).isEqualTo(kept);
  }

  @Test
  void aLinkStartsIt() throws Exception {
    Path link = Files.createSymbolicLink(unpacked.resolve("garrison"), installation.launcher());

    Result version = installation.run(link, Map.of(), "version");

    assertThat(version.exit()).as("%s", version).isZero();
    assertThat(version.out()).startsWith("garrison 0.1.0").contains("(Java 25");
  }

  @Test
  void tooFewFilesAreSaidBeforeJavaStarts() throws Exception {
    Path shell =
        Files.writeString(
            own.resolve("few.sh"),
            "#!/bin/sh\nulimit -n 64\nexec '" + installation.launcher() + "' \"$@\"\n");
    Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwx------"));

    Result few = installation.run(shell, atHome(), "demo");

    assertThat(few.exit()).isEqualTo(1);
    assertThat(few.err())
        .isEqualTo(
            """
            error: This process may have 64 files open, and Garrison needs 256.
              Fix: Raise the limit: 'ulimit -n 4096' in a shell, LimitNOFILE= in a systemd unit.
            """);
  }

  @Test
  void withoutTheStandInSiteOnlyItsOwnCommandsAreRefused() throws Exception {
    Path site = own.resolve("site");
    Distribution.run("cp", "-al", program.toString(), site.toString());
    for (String jar : List.of("lab-*", "jackson-dataformat-yaml-*", "snakeyaml-[0-9]*")) {
      Distribution.run("sh", "-c", "rm '" + site + "'/lib/" + jar + ".jar");
    }
    Installation small = new Installation(site, Files.createDirectory(own.resolve("small")));

    assertThat(small.run(atHome(), "help").out())
        .contains("\n  init ")
        .doesNotContain("\n  demo ", "\n  lab ");
    assertThat(small.run(atHome(), "completion").exit()).isZero();
    assertThat(small.run(atHome(), "plan").err()).isEqualTo(NO_MANIFEST);
    Result demo = small.run(atHome(), "demo", "--site", "2207");
    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.err())
        .isEqualTo(
            "error: This installation doesn't include the simulated site: lib has no lab-*.jar."
                + " [GAR-1066]\n  Fix: Use another installation to try Garrison.\n");
    assertThat(filesBelow(home)).as("classes kept by a demonstration").isEmpty();
  }
}
