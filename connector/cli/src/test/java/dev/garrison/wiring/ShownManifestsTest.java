package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.init.InitCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.Operator;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Sessions.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of every manifest that users are shown gets as far as it can without a network. */
final class ShownManifestsTest {
  private static final Path CONFIG = Path.of(System.getProperty("repository.root"), "config");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  static List<Path> examples() throws IOException {
    try (Stream<Path> examples = Files.list(CONFIG.resolve("examples"))) {
      return Stream.concat(Stream.of(CONFIG.resolve("garrison.example.yaml")), examples)
          .sorted()
          .toList();
    }
  }

  /** Opens everything that a plan opens; nothing is sent. */
  private static void requirePlannable(Path manifest) {
    SiteSessions sessions =
        new SiteSessions(
            new Operator("anna", "adm01", 1, "0.1.0"),
            new Tempo(
                CLOCK,
                _ -> {
                  throw new AssertionError("nothing is waited for");
                },
                () -> 0.5),
            Map.of("GARRISON_SITE_PASSWORD", "x", "GARRISON_SHARE_PASSWORD", "x"),
            _ -> Optional.empty(),
            Optional.empty());
    try (OpenSession open = sessions.open(manifest, Optional.empty(), Part.EVERYTHING)) {
      assertThat(open.session()).isNotNull();
    }
  }

  /** The same manifest with the folder, certificates and secret files that a reader would have. */
  private Path onThisComputer(String text) throws Exception {
    Path certificates = Files.createDirectories(folder.resolve("certificates"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init((KeyStore) null);
    byte[] authority =
        ((X509TrustManager) trust.getTrustManagers()[0]).getAcceptedIssuers()[0].getEncoded();
    for (String name : List.of("contoso-root.pem", "test-root.pem", "next-root.pem")) {
      Files.write(certificates.resolve(name), authority);
    }
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    for (String name : List.of("share.keytab", "share-password")) {
      Files.setPosixFilePermissions(
          Files.writeString(secrets.resolve(name), "x"),
          PosixFilePermissions.fromString("rw-------"));
    }
    return Files.writeString(
        folder.resolve("garrison.yaml"),
        text.replace("folder:/srv/mde", "folder:" + folder)
            .replace("/etc/garrison/share-password", "secrets/share-password"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBePlanned(Path example) throws Exception {
    requirePlannable(onThisComputer(Files.readString(example)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder:/srv/mde", "smb://fs01.contoso.example/mde$/garrison"})
  void whatInitWritesCanBePlanned(String publishTo) throws Exception {
    Path file = folder.resolve("garrison.yaml");
    Console console =
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
    InitCommand init =
        new InitCommand(
            console,
            new BufferedReader(new StringReader("")),
            new FirstManifest(new ManifestReader(), CLOCK),
            (_, _, _) -> {
              throw new AssertionError("no site is read");
            });
    assertThat(
            new CommandLineProgram(console, "1.2.3", List.of(init))
                .run(
                    "init",
                    file.toString(),
                    "--name=contoso-prod",
                    "--site-code=PS1",
                    "--provider=https://cm01.contoso.example/AdminService",
                    "--publish-to=" + publishTo,
                    "--content-source=\\\\fs01.contoso.example\\mde$",
                    "--org-id=5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
                    "--limiting-collection=All Servers",
                    "--distribution-group=Europe DPs",
                    "--ring-name=first",
                    "--ring-collection=Pilot servers",
                    "--max-devices=10",
                    "--deadline=+48h",
                    "--antivirus=passive",
                    "--sample-sharing=none"))
        .isEqualTo(ExitCode.OK);
    requirePlannable(onThisComputer(Files.readString(file)));
  }

  @Test
  void anAccountOfAShareSignsInByWhatAnAccountOfTheSiteSignsInBy() throws IOException {
    String account = "  user: svc@CONTOSO.EXAMPLE\n  password: env:GARRISON_SHARE_PASSWORD\n";
    String text =
        Files.readString(CONFIG.resolve("examples/two-rings.yaml"))
            .replace("  code: PS1\n", "  code: PS1\n" + account)
            .replace("  keepVersions: 5\n", "  keepVersions: 5\n" + account);
    var manifest =
        new ManifestReader()
            .read(
                Files.writeString(folder.resolve("garrison.yaml"), text),
                LocalDate.of(2026, 11, 24))
            .manifest();
    assertThat(manifest.content().signIn().method())
        .isEqualTo(manifest.site().access().signIn().method());
  }
}
