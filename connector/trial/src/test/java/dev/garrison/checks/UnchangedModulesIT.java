package dev.garrison.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which modules {@code ./check} takes for unchanged: never one whose inputs differ. */
@Tag("first")
final class UnchangedModulesIT {
  @TempDir private Path checkout;

  private Shell shell;

  @BeforeEach
  void build() throws IOException, InterruptedException {
    shell = new Shell(checkout);
    write(
        "pom.xml",
        "<module>wsus-catalog</module>\n<module>connector</module>\n<module>mecm-scripts</module>\n");
    write(
        "connector/pom.xml",
        "<module>engine</module>\n<module>mecm</module>\n<module>cli</module>\n<module>dist</module>\n");
    module("wsus-catalog", "wsus-catalog", "");
    module("mecm-scripts", "mecm-scripts", "");
    module("connector/engine", "garrison-engine", "");
    module("connector/mecm", "garrison-mecm", "<artifactId>garrison-engine</artifactId>\n");
    module(
        "connector/cli",
        "garrison-cli",
        "<artifactId>garrison-mecm</artifactId>\n<artifactId>wsus-catalog</artifactId>\n");
    module("connector/dist", "dist", "<artifactId>garrison-cli</artifactId>\n");
    write("connector/cli/src/Reader.java", "Path.of(\"docs/page.md\")\n");
    write("connector/engine/src/Gone.java", "");
    write("docs/page.md", "");
    write("README.md", "");
    write("config/list.txt", "");
    write("java/release", "25");
    write(".gitignore", "target/\n");
    shell.run("git init -q && git add .");
  }

  private void module(String folder, String name, String below) throws IOException {
    write(folder + "/pom.xml", "<artifactId>" + name + "</artifactId>\n" + below);
    write(folder + "/src/Main.java", "");
  }

  private void write(String file, String text) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }

  private Map<String, String> digests() throws IOException, InterruptedException {
    Map<String, String> digests = new TreeMap<>();
    for (String line : shell.run("JDK=$here/java; packages=; digests_of_modules")) {
      String[] parts = line.split(" ", -1);
      digests.put(parts[1], parts[0]);
    }
    return digests;
  }

  private Set<String> changed(Map<String, String> before) throws IOException, InterruptedException {
    Set<String> changed = new TreeSet<>();
    digests()
        .forEach((module, digest) -> {
          if (!digest.equals(before.get(module))) {
            changed.add(module.replace("connector/", ""));
          }
        });
    return changed;
  }

  @Test
  void everyModuleOfTheFirstCheckHasADigest() throws Exception {
    assertThat(digests().keySet())
        .containsExactly(
            "connector/cli", "connector/engine", "connector/mecm", "mecm-scripts", "wsus-catalog");
  }

  @ParameterizedTest
  @CsvSource({
    "connector/engine/src/Main.java, cli engine mecm",
    "connector/engine/src/New.java, cli engine mecm",
    "connector/mecm/pom.xml, cli mecm",
    "connector/cli/src/Main.java, cli",
    "wsus-catalog/src/Main.java, cli wsus-catalog",
    "docs/page.md, cli",
    "README.md, cli",
    "config/list.txt, cli engine mecm mecm-scripts wsus-catalog",
    "java/release, cli engine mecm mecm-scripts wsus-catalog",
    "connector/engine/target/Main.class, ''",
    "connector/dist/src/Main.java, ''"
  })
  void aChangedFileChangesItsModuleAndThoseAboveIt(String file, String modules) throws Exception {
    Map<String, String> before = digests();
    write(file, "<artifactId>garrison-engine</artifactId>\nchanged\n");
    assertThat(String.join(" ", changed(before))).isEqualTo(modules);
  }

  @Test
  void aRemovedFileIsAChange() throws Exception {
    Map<String, String> before = digests();
    Files.delete(checkout.resolve("connector/engine/src/Gone.java"));
    assertThat(changed(before)).containsExactly("cli", "engine", "mecm");
  }

  @Test
  void onlyModulesThatWereGreenAreMarked() throws Exception {
    List<String> said =
        shell.run(
            """
            JDK=$here/java; packages=; green=$here/target/green; mkdir target
            digests_of_modules >"$here/target/before"
            keep_green "$here/target/before"
            echo changed >>connector/mecm/src/Main.java
            digests_of_modules >"$here/target/after"
            mark_unchanged "$here/target/after"\
            """);
    assertThat(said)
        .containsExactly(
            "Not tested again, because nothing of them changed since a green check: "
                + "wsus-catalog mecm-scripts connector/engine");
    assertThat(checkout.resolve("connector/engine/target/unchanged")).exists();
    assertThat(checkout.resolve("connector/mecm/target/unchanged")).doesNotExist();
    assertThat(checkout.resolve("connector/cli/target/unchanged")).doesNotExist();
  }

  @Test
  void aMarkOfAnEarlierCheckGoes() throws Exception {
    write("connector/engine/target/unchanged", "");
    shell.run(
        "mkdir target; green=$here/target/green; : >\"$here/target/now\"; mark_unchanged \"$here/target/now\"");
    assertThat(checkout.resolve("connector/engine/target/unchanged")).doesNotExist();
  }

  @Test
  void withoutGitNothingIsTakenForUnchanged() throws Exception {
    shell.run("rm -rf .git");
    assertThat(shell.run("JDK=$here/java; packages=; digests_of_modules || echo none"))
        .containsExactly("none");
  }
}
