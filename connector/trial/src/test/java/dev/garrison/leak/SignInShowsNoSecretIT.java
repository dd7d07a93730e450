package dev.garrison.leak;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.leak.KeptSecrets.Source;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.TrialSite;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same where the site is signed in to as Windows does it, behind a real Apache. */
final class SignInShowsNoSecretIT {
  @TempDir private Path folder;

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
            Samba.start(
                SambaSettings.in(
                    Path.of(System.getProperty("java.io.tmpdir")), SecretTrial.SHARE));
        TrialSite site = SecretTrial.site(trial, server, Optional.empty());
        Apache apache =
            Apache.start(
                Files.createDirectory(folder.resolve("web")),
                domain,
                authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
                URI.create("http://" + site.lab().adminService().getAuthority()))) {
      String address = apache.address("127.0.0.1", method + "/AdminService").toString();
      site.manifest().replace(site.lab().adminService().toString(), address);
      String trust = "  trust: [\"" + authority.write(folder.resolve("root.pem")) + "\"]\n";
      String wrong = kept.keep("wrong site", SecretTrial.WRONG_SITE);
      if (method.equals("ntlm")) {
        String lines = trust + "  authentication: ntlm\n  user: %s\n  password: \"%s\"\n";
        SecretTrial.writeManifests(
            site,
            kept,
            lines.formatted(Apache.NTLM_USER, kept.keep("site", Apache.NTLM_PASSWORD)),
            lines.formatted(Apache.NTLM_USER, wrong));
      } else {
        String lines =
            trust + "  user: %s\n  password: \"%s\"\n  servicePrincipal: HTTP/mecm.garrison.test\n";
        SecretTrial.writeManifests(
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
      SecretTrial.assertNothingShows(trace, search, trial);
    }
  }
}
