package dev.garrison.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.content.samba.Samba;
import dev.garrison.lab.Credentials;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.leak.KeptSecrets.Source;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.Keystores;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No command shows a secret: not on the screen, not in a file, not in the list of processes, not in
 * the name of a thread; whatever the source, and also when signing in fails.
 */
final class NoSecretShowsIT {
  private static final String SITE = "S1te&p\u00e4\"ss<w>ord/7%";
  private static final String SHARE = "Sh4re'p\u00f6ss\\word=+2!";
  private static final String WRONG_SITE = "Wr0ng-site-word-3xyz";
  private static final String WRONG_SHARE = "Wr0ng-share-word-4xyz";
  private static final Pattern SIGNATURE = Pattern.compile("sha256sig\\\\\":\\\\\"([^\\\\]{60})");

  @TempDir private Path folder;

  @Test
  void everyCommandIsOnTheTour() throws InterruptedException {
    assertThat(Tour.commands()).isEqualTo(Tour.commands(folder));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void noCommandShowsASecret(Source source) throws Exception {
    KeptSecrets kept = new KeptSecrets(source, Files.createDirectory(folder.resolve("secrets")));
    Path trial = Files.createDirectory(folder.resolve("trial"));
    try (SambaServer server =
            Samba.start(SambaSettings.in(Path.of(System.getProperty("java.io.tmpdir")), SHARE));
        TrialSite site = site(trial, server, Optional.of(new Credentials("svc", SITE)))) {
      String right = kept.keep("site", SITE);
      String wrong = kept.keep("wrong site", WRONG_SITE);
      String lines = "  user: svc\n  password: \"%s\"\n";
      writeManifests(site, kept, lines.formatted(right), lines.formatted(wrong));
      if (source == Source.ENVIRONMENT) {
        kept.keep("signing key", Keystores.PASSWORD);
        Authority authority = Authority.around(Instant.now(), "Test Root");
        Keystores.pkcs12(
            trial.resolve("packages/code.pfx"),
            authority.certify("Scripts", Use.CODE, Instant.now().minusSeconds(60), 30),
            "code");
      }
      Trace trace = new Trace(site, kept.setting(List.of()));
      for (Tour.Step step : source == Source.ENVIRONMENT ? Tour.steps() : Tour.signingIn()) {
        trace.run(step);
      }
      assertNothingShows(trace, kept.search(), trial);
      assertThat(trace.saw("vault"))
          .as("the program of 'command:' was watched")
          .isEqualTo(source == Source.COMMAND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ntlm", "kerberos"})
  void windowsAuthenticationShowsNoSecret(String method) throws Exception {
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    TestAuthority authority = TestAuthority.create("Contoso Root");
    ActiveDirectory domain = ActiveDirectory.shared();
    KeptSecrets kept =
        new KeptSecrets(Source.FILE, Files.createDirectory(folder.resolve("secrets")));
    Path trial = Files.createDirectory(folder.resolve("trial"));
    try (SambaServer server =
            Samba.start(SambaSettings.in(Path.of(System.getProperty("java.io.tmpdir")), SHARE));
        TrialSite site = site(trial, server, Optional.empty());
        Apache apache =
            Apache.start(
                Files.createDirectory(folder.resolve("web")),
                domain,
                authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
                URI.create("http://" + site.lab().adminService().getAuthority()))) {
      String address = apache.address("127.0.0.1", method + "/AdminService").toString();
      site.manifest().replace(site.lab().adminService().toString(), address);
      String trust = "  trust: [\"" + authority.write(folder.resolve("root.pem")) + "\"]\n";
      String wrong = kept.keep("wrong site", WRONG_SITE);
      if (method.equals("ntlm")) {
        String lines = trust + "  authentication: ntlm\n  user: %s\n  password: \"%s\"\n";
        writeManifests(
            site,
            kept,
            lines.formatted(Apache.NTLM_USER, kept.keep("site", Apache.NTLM_PASSWORD)),
            lines.formatted(Apache.NTLM_USER, wrong));
      } else {
        String lines =
            trust + "  user: %s\n  password: \"%s\"\n  servicePrincipal: HTTP/mecm.garrison.test\n";
        writeManifests(
            site,
            kept,
            lines.formatted(ActiveDirectory.USER, "keytab:" + domain.keytab()),
            lines.formatted(ActiveDirectory.USER, wrong));
      }
      Trace trace =
          new Trace(site, kept.setting(List.of("-Djava.security.krb5.conf=" + domain.krb5Conf())));
      for (Tour.Step step : Tour.signingIn()) {
        trace.run(step);
      }
      SecretSearch search = kept.search();
      Keytabs.keys(domain.keytab()).forEach(key -> search.add("a key", key));
      assertNothingShows(trace, search, trial);
    }
  }

  /** And a planted secret does, in a file that only the state folder has. */
  private static void assertNothingShows(Trace trace, SecretSearch search, Path trial)
      throws IOException {
    search.add("the blob's signature", signature(trial));
    assertThat(trace.found(search)).isEmpty();
    Files.writeString(trial.resolve(".garrison/planted"), "<" + SHARE + ">");
    assertThat(trace.found(search)).contains(".garrison/planted: share");
  }

  private static TrialSite site(Path trial, SambaServer server, Optional<Credentials> credentials)
      throws IOException {
    TrialShare share = TrialShare.on(server, server.port(), trial);
    Files.delete(trial.resolve("share.password"));
    return new TrialSite("2107-rollup", trial, Instant.now(), share, credentials);
  }

  /** The right one, one with a wrong account at the site, and one with a wrong one at the share. */
  private static void writeManifests(TrialSite site, KeptSecrets kept, String right, String wrong)
      throws IOException {
    site.manifest().replace("content:\n", right + "content:\n");
    String share = kept.keep("share", SHARE);
    site.manifest().replace("file:" + site.folder().resolve("share.password"), "\"" + share + "\"");
    String text = site.manifest().text();
    Files.writeString(site.folder().resolve("wrong-site.yaml"), text.replace(right, wrong));
    Files.writeString(
        site.folder().resolve("intake.yaml"),
        text.replace("packages:\n", "packages:\n  intake: packages/intake\n"));
    Files.writeString(
        site.folder().resolve("wrong-share.yaml"),
        text.replace("\"" + share + "\"", "\"" + kept.keep("wrong share", WRONG_SHARE) + "\""));
    // It is no WSUS, and is signed in to like one.
    String server = site.lab().adminService().toString().replaceFirst("/AdminService$", "");
    Files.writeString(
        site.folder().resolve("wsus.yaml"),
        text
            + "wsus:\n  servers:\n    - url: \"%s\"\n      owner: wsus\n".formatted(server)
            + right.indent(4));
  }

  /** A piece of what makes the onboarding package a secret. */
  private static String signature(Path trial) throws IOException {
    Matcher found =
        SIGNATURE.matcher(
            Files.readString(trial.resolve("packages/WindowsDefenderATPOnboardingScript.cmd")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
