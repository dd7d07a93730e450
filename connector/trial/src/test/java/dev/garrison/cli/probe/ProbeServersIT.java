package dev.garrison.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.files.acl.Sid;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.share.SharePath;
import dev.garrison.share.samba.AccessSamba;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.smbj.SmbjShare;
import dev.garrison.trial.TrialProbe;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates, sign-ins and shares, as real servers show them. */
final class ProbeServersIT {
  private final TestAuthority authority = TestAuthority.create("Contoso Root");

  @TempDir private Path folder;
  private int runs;

  private Ended probe(HttpsStandIn server, String trust) {
    runs++;
    try (TrialSite site = new TrialSite("2207", folder.resolve("site-" + runs))) {
      site.manifest()
          .replace(
              "  providers: [\"" + site.lab().adminService() + "\"]\n",
              "  providers: [\"https://localhost:%d/AdminService\"]\n  authentication: none\n%s"
                  .formatted(server.port(), trust));
      return TrialProbe.run(site.manifest().file());
    }
  }

  private static Sha256 digest(Issued issued) {
    try {
      return Sha256.of(issued.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsShownWithTheLinesThatWouldTrustIt() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "localhost", "cm01.contoso.example");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      Ended ended = probe(server, "");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out())
          .contains(
              "FAIL  certificate      localhost:%d presents a certificate whose issuer isn't trusted: CN=localhost, issued by"
                  .formatted(server.port()),
              "Compare the SHA-256 with the certificate on that server. If both are the same, trust",
              String.join(
                  "\n",
                  "                           site:",
                  "                             trust:",
                  "                               - \"sha256:" + digest(issued) + "\"",
                  "    -     clock            not checked: needs \"certificate\", which failed",
                  "    -     sign-in          not checked: needs \"certificate\", which failed"));
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void thePrintedLinesMakeItTrusted() throws IOException {
    Issued issued = authority.issue(Validity.NOW, "other");
    try (HttpsStandIn server = new HttpsStandIn(issued)) {
      Ended ended = probe(server, "  trust:\n    - \"sha256:" + digest(issued) + "\"\n");
      assertThat(ended.out())
          .contains(
              "CN=other, TLS 1.3",
              "issued by CN=Contoso Root, valid until ",
              "SHA-256 " + digest(issued),
              "The certificate expires in 29 days. After that, Garrison rejects it in any case. [GAR-0804]",
              "FAIL  sign-in          The administration service on localhost:");
    }
  }

  @Test
  void noLineWouldTrustAnExpiredOneAndAMisnamedOneIsTrustedByItsDigest() throws IOException {
    Issued expired = authority.issue(Validity.PAST, "localhost");
    String trust = "  trust: [\"" + authority.write(folder.resolve("ca.pem")) + "\"]\n";
    try (HttpsStandIn server = new HttpsStandIn(expired)) {
      assertThat(probe(server, trust).out())
          .contains("FAIL  certificate      localhost:", "that has expired", "[GAR-0214]")
          .doesNotContain("sha256:" + digest(expired));
    }
    Issued misnamed = authority.issue(Validity.NOW, "cm01.contoso.example");
    try (HttpsStandIn server = new HttpsStandIn(misnamed)) {
      assertThat(probe(server, trust).out())
          .contains("for cm01.contoso.example", "[GAR-0216]", "- \"sha256:" + digest(misnamed));
    }
  }

  @Test
  void signingInByKerberosAndByNtlmIsToldWithTheBinding() throws IOException {
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    Path password = Files.writeString(folder.resolve("password"), Apache.NTLM_PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Ended kerberos =
        signedIn(
            "kerberos",
            "  user: %s\n  password: \"keytab:%s\"\n  servicePrincipal: HTTP/mecm.garrison.test\n"
                .formatted(ActiveDirectory.USER, ActiveDirectory.shared().keytab()));
    assertThat(kerberos.code()).as(kerberos.out()).isZero();
    assertThat(kerberos.out())
        .contains("ok    sign-in          LAB\\garrison (Kerberos, channel bound)");
    Ended ntlm =
        signedIn(
            "ntlm",
            "  authentication: ntlm\n  user: %s\n  password: \"file:%s\"\n"
                .formatted(Apache.NTLM_USER, password));
    assertThat(ntlm.out()).contains("ok    sign-in          LAB\\garrison (NTLM, channel bound)");
    Ended refused =
        signedIn(
            "kerberos",
            "  authentication: ntlm\n  user: %s\n  password: \"file:%s\"\n"
                .formatted(Apache.NTLM_USER, password));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("FAIL  sign-in          the server offers Negotiate", "ok    session ");
    String report = Files.readString(folder.resolve("report-3.json"));
    assertThat(report)
        .contains("\"check\" : \"provider.sign-in\"")
        .doesNotContainIgnoringCase(
            "svc-ntlm", "garrison.test", "GARRISON\\\\", "127.0.0.1", "Contoso", "localhost");
  }

  private Ended signedIn(String location, String signIn) throws IOException {
    runs++;
    Path web = Files.createDirectory(folder.resolve("web-" + runs));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = authority.write(folder.resolve("root.pem"));
    try (TrialSite site = new TrialSite("2107-rollup", folder.resolve("site-" + runs));
        Apache apache =
            Apache.start(
                web,
                ActiveDirectory.shared(),
                authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
                URI.create("http://" + site.lab().adminService().getAuthority()))) {
      site.manifest()
          .replace(
              "  providers: [\"" + site.lab().adminService() + "\"]\n",
              "  providers: [\"%s\"]\n  trust: [\"%s\"]\n%s"
                  .formatted(
                      apache.address("127.0.0.1", location + "/AdminService"), root, signIn));
      Ended ended =
          TrialProbe.run(
              site.manifest().file(),
              "--report",
              folder.resolve("report-" + runs + ".json").toString());
      assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
          .allMatch("GET"::equals);
      return ended;
    }
  }

  @Test
  void theShareIsToldWithItsProtectionAndItsRightsAndStaysAsItIs() throws Exception {
    try (SambaServer server = Samba.start(AccessSamba.settings());
        SmbjShare share =
            new SmbjShare(Samba.address(server, server.port()), Samba.account(server))) {
      Files.createDirectories(folder.resolve("site"));
      TrialShare there = TrialShare.on(server, server.port(), folder.resolve("site"));
      Sid publisher = share.accessList(SharePath.of("trial-site")).owner();
      try (TrialSite site = new TrialSite("2207", folder.resolve("site"), TrialSite.START, there)) {
        List<String> before = listing(server);
        Ended named =
            TrialProbe.run(
                site.manifest().file(), site.lab().clock(), "--publisher", publisher.toString());
        assertThat(named.code()).as(named.out()).isEqualTo(1);
        assertThat(named.out())
            .contains(
                "ok    session          smbj, SMB 3.1.1, signed; not encrypted, because the server does not offer it; the folder has",
                "FAIL  rights           content source: \\\\files.lab.example\\mde$ is another name.",
                "Everyone (S-1-1-0) can make changes. Files in this",
                "[GAR-0350]");
        assertThat(listing(server)).isEqualTo(before);
      }
    }
  }

  private static List<String> listing(SambaServer server) throws IOException {
    try (Stream<Path> all = Files.walk(server.folder())) {
      return all.map(
              path -> path + " " + path.toFile().lastModified() + " " + path.toFile().length())
          .sorted()
          .toList();
    }
  }
}
