package dev.garrison.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whether the Java that comes along has what Garrison asks of it, by name or at run time. */
@EnabledOnOs(OS.LINUX)
final class RuntimeIT {
  @TempDir private static Path unpacked;
  private static Path program;

  @TempDir private Path own;

  @BeforeAll
  static void unpack() throws Exception {
    program = Distribution.unpack(unpacked);
  }

  private static List<String> modules() throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(program.resolve("runtime/release"))) {
      release.load(reader);
    }
    return List.of(release.getProperty("MODULES").replace("\"", "").split(" "));
  }

  /** Runs one of {@link RuntimeProbe}'s questions on that Java and returns the last line. */
  private static String ask(String... words)
      throws IOException, InterruptedException, URISyntaxException {
    Path classes =
        Path.of(RuntimeProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> line = new ArrayList<>();
    line.add(program.resolve("runtime/bin/java").toString());
    line.addAll(List.of("-cp", classes.toString(), RuntimeProbe.class.getName()));
    line.addAll(List.of(words));
    return Distribution.run(line.toArray(String[]::new)).getLast();
  }

  /** The program runs from the class path, and one of its jars names a module that is left out. */
  private Path plainJars() throws IOException {
    Path plain = Files.createDirectory(own.resolve("plain"));
    try (Stream<Path> jars = Files.list(program.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        try (ZipFile whole = new ZipFile(jar.toFile());
            ZipOutputStream copy =
                new ZipOutputStream(
                    Files.newOutputStream(plain.resolve(jar.getFileName().toString())))) {
          for (ZipEntry entry : Collections.list(whole.entries())) {
            if (!entry.getName().endsWith("module-info.class")) {
              copy.putNextEntry(new ZipEntry(entry.getName()));
              copy.write(whole.getInputStream(entry).readAllBytes());
            }
          }
        }
      }
    }
    return plain;
  }

  @Test
  void itHasEveryModuleThatJdepsFinds() throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
    Path plain = plainJars();
    line.addAll(List.of("--class-path", plain + "/*"));
    try (Stream<Path> jars = Files.list(plain)) {
      jars.map(Path::toString).sorted().forEach(line::add);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    assertThat(exit).as("%s%s", out, err).isZero();
    String found = out.toString().lines().toList().getLast();
    List<String> needed = new ArrayList<>(Arrays.asList(found.split(",")));
    // ICU4J packs a taglet of its own documentation, which nothing loads.
    needed.remove("jdk.javadoc");
    assertThat(modules()).containsAll(needed);
  }

  @Test
  void itServesAndReadsHttpsWithAnEllipticCurveCertificate() throws Exception {
    Path keys = own.resolve("keys.p12");
    Distribution.run(
        program.resolve("runtime/bin/keytool").toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp384r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-keystore",
        keys.toString(),
        "-storepass",
        RuntimeProbe.PASSWORD);

    assertThat(ask("https", keys.toString())).isEqualTo("200 read by TLSv1.3");
  }

  @Test
  void itSignsInByKerberosWithAKeyTable() throws Exception {
    Path configuration =
        Files.writeString(own.resolve("krb5.conf"), "[libdefaults]\ndefault_realm = LAB.EXAMPLE\n");

    assertThat(ask("kerberos", configuration.toString(), own.resolve("none.keytab").toString()))
        .as("what its login module says of a key table that is not there")
        .isEqualTo("Unable to obtain password from user");
  }

  @Test
  void itNegotiates() throws Exception {
    assertThat(ask("mechanisms")).contains("1.3.6.1.5.5.2").contains("1.2.840.113554.1.2.2");
  }

  @Test
  void itFindsKeyDistributionCentersInDns() throws Exception {
    assertThat(ask("dns")).isEqualTo("com.sun.jndi.url.dns.dnsURLContext");
  }

  @Test
  void itReadsXmlAsATreeAndAsAStream() throws Exception {
    assertThat(ask("xml")).isEqualTo("garrison garrison");
  }

  @Test
  void itKnowsTheCodePageThatSmbStartsWith() throws Exception {
    assertThat(ask("code-page")).isEqualTo("IBM850");
  }

  @Test
  void itReadsTokensWithSigningKeys() throws Exception {
    assertThat(ask("tokens")).isEqualTo("SunPKCS11");
  }

  @Test
  void itTellsHowMuchMemoryTheMachineHas() throws Exception {
    assertThat(Long.parseLong(ask("memory"))).isPositive();
  }
}
