package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, apply and verify on a site that lets nobody in without Windows authentication. */
final class SignedInSiteIT {
  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  private void goesTheWholeWay(String location, String signIn) throws IOException {
    TestAuthority authority = TestAuthority.create("Contoso Root");
    Path web = Files.createDirectory(folder.resolve("web"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = authority.write(folder.resolve("root.pem"));
    try (TrialSite site = new TrialSite("2107-rollup", folder.resolve("site"));
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
      assertThat(site.plan().writes()).isTrue();
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
      assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
          .contains("GET", "POST");
    }
  }

  @Test
  void planApplyAndVerifyGoByKerberos() throws IOException {
    goesTheWholeWay("kerberos", kerberos());
  }

  @Test
  void planApplyAndVerifyGoByKerberosWhereEachRequestIsAsked() throws IOException {
    goesTheWholeWay("kerberos-each", kerberos());
  }

  private static String kerberos() {
    return "  user: %s\n  password: \"keytab:%s\"\n  servicePrincipal: HTTP/mecm.garrison.test\n"
        .formatted(ActiveDirectory.USER, ActiveDirectory.shared().keytab());
  }

  @Test
  void planApplyAndVerifyGoByNtlm() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), Apache.NTLM_PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    goesTheWholeWay(
        "ntlm",
        "  authentication: ntlm\n  user: %s\n  password: \"file:%s\"\n"
            .formatted(Apache.NTLM_USER, password));
  }
}
