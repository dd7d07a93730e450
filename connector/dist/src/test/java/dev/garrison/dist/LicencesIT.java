package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the licences of others ask of whoever hands their work on. */
@EnabledOnOs(OS.LINUX)
final class LicencesIT {
  private static final Pattern OURS =
      Pattern.compile("(garrison-|lab-|mecm-scripts-|wsus-catalog-).*\\.jar");
  private static final Pattern NAMED = Pattern.compile("(?m)^[^ :]+:([^ :]+):([^ :]+)$");
  private static final Pattern LICENCE = Pattern.compile("(?m)^    licence  (.*)$");
  private static final Pattern TEXT = Pattern.compile("(?m)^  (\\S+) +(licences/.*)$");
  private static final Pattern PART =
      Pattern.compile("\"purl\" : \"pkg:maven/[^/\"]+/([^@\"]+)@([^?\"]+)\\?type=jar\"");

  @TempDir private static Path unpacked;
  private static Path program;

  @BeforeAll
  static void unpack() throws Exception {
    program = Distribution.unpack(unpacked);
  }

  private static Set<String> jars() throws IOException {
    try (Stream<Path> files = Files.list(program.resolve("lib"))) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String thirdParty() throws IOException {
    return Files.readString(program.resolve("THIRD-PARTY.txt"));
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static String jar(MatchResult named) {
    return named.group(1) + "-" + named.group(2) + ".jar";
  }

  @Test
  void everyJarOfOthersIsNamedAndNoOther() throws IOException {
    Set<String> others = jars();
    others.removeIf(OURS.asMatchPredicate());
    assertThat(matches(NAMED, thirdParty()).map(LicencesIT::jar))
        .containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void everyLicenceThatIsNamedHasItsText() throws IOException {
    String text = thirdParty();
    Set<String> withText =
        matches(TEXT, text).map(match -> match.group(1)).collect(Collectors.toSet());
    assertThat(
            matches(LICENCE, text)
                .flatMap(match -> Stream.of(match.group(1).split(" or ")))
                // Of the two of Logback, H2 and Jakarta Servlet the other one was chosen.
                .filter(name ->
                    !Set.of("LGPL-2.1-only", "EPL-1.0", "GPL-2.0-with-classpath-exception")
                        .contains(name))
                .collect(Collectors.toSet()))
        .isEqualTo(withText);
    List<String> files =
        matches(TEXT, text).flatMap(match -> Stream.of(match.group(2).split(", "))).toList();
    assertThat(files).allMatch(file -> Files.exists(program.resolve(file)));
  }

  @Test
  void theListOfPartsNamesEveryJar() throws IOException {
    Path list = program.resolve("garrison.cdx.json");
    assertThat(list).as("the list, which Maven makes only when it is not offline").exists();
    String parts = Files.readString(list);
    assertThat(matches(PART, parts).map(LicencesIT::jar).collect(Collectors.toSet()))
        .containsAll(jars());
  }

  @Test
  void theListOfPartsNamesTheJavaThatComesAlong() throws Exception {
    String version =
        Distribution.run(
                program.resolve("runtime/bin/java").toString(),
                "-XshowSettings:properties",
                "-version")
            .stream()
            .map(String::strip)
            .filter(line -> line.startsWith("java.runtime.version = "))
            .map(line -> line.substring("java.runtime.version = ".length()))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(program.resolve("garrison.cdx.json")))
        .contains("\"name\" : \"OpenJDK\"", "\"version\" : \"" + version + "\"");
  }

  @Test
  void theListForWindowsNamesTheProgramOfTheServiceAndAJavaIfOneComesAlong() throws IOException {
    try (ZipFile zip = new ZipFile(Distribution.requireWindows().toFile())) {
      ZipEntry list = zip.getEntry(Distribution.name() + "/garrison.cdx.json");
      String parts = new String(zip.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(parts)
          .contains(
              "pkg:maven/dev.garrison/garrison-cli",
              "pkg:maven/commons-daemon/commons-daemon@1.5.1?classifier=bin-windows&type=zip");
      assertThat(parts.contains("\"name\" : \"OpenJDK\""))
          .isEqualTo(Distribution.hasWindowsRuntime());
    }
  }

  /** A version that changes, or bytes that do, are read before they are taken. */
  @Test
  void theLibrariesOfOthersAreThoseThatWereAgreedOn() throws Exception {
    Path agreed = Path.of("src/libraries.sha256");
    Set<String> there = new TreeSet<>();
    for (String name : jars()) {
      if (!OURS.matcher(name).matches()) {
        there.add(digest(program.resolve("lib").resolve(name)) + "  " + name);
      }
    }
    if (Boolean.getBoolean("libraries.update")) {
      Files.write(agreed, there);
    }
    assertThat(there).containsExactlyInAnyOrderElementsOf(Files.readAllLines(agreed));
  }

  @Test
  void theProgramOfTheServiceOfWindowsIsTheOneThatWasAgreedOn() throws Exception {
    try (ZipFile zip = new ZipFile(Distribution.requireWindows().toFile())) {
      ZipEntry procrun = zip.getEntry(Distribution.name() + "/prunsrv.exe");
      assertThat(digest(zip.getInputStream(procrun).readAllBytes()))
          .isEqualTo("2bb20e2c1764555ddac2725924935f511eb32b0dc20f637e2701142540261c80");
    }
  }

  private static String digest(Path file) throws IOException, GeneralSecurityException {
    return digest(Files.readAllBytes(file));
  }

  private static String digest(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aLibraryUnderTheLgplIsAFileOfItsOwnAndItsSourceComesWithIt() throws IOException {
    String library =
        jars().stream().filter(name -> name.startsWith("jcifs-ng-")).findFirst().orElseThrow();
    assertThat(program.resolve("licences").resolve(library.replace(".jar", "-sources.jar")))
        .exists();
  }

  @Test
  void ourJarsHoldNothingOfOthers() throws IOException {
    for (String name : jars().stream().filter(OURS.asMatchPredicate()).toList()) {
      try (JarFile jar = new JarFile(program.resolve("lib").resolve(name).toFile())) {
        assertThat(jar.stream().map(Object::toString))
            .as(name)
            .allMatch(entry ->
                "dev/garrison/".startsWith(entry)
                    || entry.startsWith("dev/garrison/")
                    || entry.startsWith("META-INF/")
                    || entry.matches("garrison-(?:texts|help|former)(?:_ja)?\\.properties")
                    || entry.equals("logback.xml"));
      }
    }
  }

  @Test
  void theRuntimeKeepsItsLicences() {
    assertThat(program.resolve("runtime/legal/java.base/LICENSE")).exists();
  }
}
