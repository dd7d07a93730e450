package dev.garrison.campaign.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.servers.Acceptor;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Issued;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, apply and verify on a site that lets nobody in whose sign-in is not bound to its TLS. */
final class BoundSiteIT {
  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = Acceptor.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  @Test
  void planApplyAndVerifyGoByBoundKerberos() throws IOException {
    goesTheWholeWay(
        "kerberos",
        "  user: %s\n  password: \"keytab:%s\"\n"
            .formatted(ActiveDirectory.USER, ActiveDirectory.shared().keytab()));
  }

  @Test
  void planApplyAndVerifyGoByBoundNtlm() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), Apache.NTLM_PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    goesTheWholeWay(
        "ntlm",
        "  authentication: ntlm\n  user: %s\n  password: \"file:%s\"\n"
            .formatted(Apache.NTLM_USER, password));
  }

  private void goesTheWholeWay(String mechanism, String signIn) throws IOException {
    TestAuthority authority = TestAuthority.create("Contoso Root");
    Path root = authority.write(folder.resolve("root.pem"));
    Issued own = authority.issue(Validity.NOW, "localhost");
    try (TrialSite site = new TrialSite("2107-rollup", folder.resolve("site"));
        Acceptor acceptor =
            Acceptor.start(
                folder,
                ActiveDirectory.shared(),
                mechanism,
                new Acceptor.Certificates(Optional.of(own), own),
                Optional.of(site.lab().adminService()))) {
      site.manifest()
          .replace(
              "  providers: [\"" + site.lab().adminService() + "\"]\n",
              "  providers: [\"%s\"]\n  trust: [\"%s\"]\n%s"
                  .formatted(acceptor.address().resolve("/AdminService"), root, signIn));
      assertThat(site.plan().writes()).isTrue();
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
      assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
          .contains("GET", "POST");
    }
  }
}
