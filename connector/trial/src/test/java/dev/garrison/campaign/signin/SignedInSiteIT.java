package dev.garrison.campaign.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.lab.ServedRequest;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.Apache.Served;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.StandInSecurity;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, apply and verify on a site that lets nobody in without Windows authentication. */
final class SignedInSiteIT {
  private static final String READER = ActiveDirectory.USER + "@" + ActiveDirectory.REALM;
  private static final String WRITER = ActiveDirectory.WRITER + "@" + ActiveDirectory.REALM;

  /** What the account that writes reads: its own name, and nothing to open a connection with. */
  private static final String WHO_WRITES =
      "/kerberos/AdminService/wmi/SMS_Identification.GetCurrentUser";

  private static final String KNOCK = "/kerberos/";

  @TempDir private Path folder;

  @BeforeEach
  void need() {
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  /** What is done with a site behind Apache. */
  @FunctionalInterface
  private interface Trial {
    void run(TrialSite site, Apache apache) throws IOException;
  }

  private void behindApache(String location, String signIn, Trial trial) throws IOException {
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
      trial.run(site, apache);
    }
  }

  private void goesTheWholeWay(String location, String signIn) throws IOException {
    behindApache(
        location,
        signIn,
        (site, _) -> {
          assertThat(site.plan().writes()).isTrue();
          assertThat(site.converge()).isEmpty();
          assertThat(site.plan().converged()).isTrue();
          assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
              .contains("GET", "POST");
        });
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

  @ParameterizedTest
  @CsvSource({
    "windows,kerberos",
    "windows,kerberos-each",
    "negotiate,kerberos",
    "negotiate,kerberos-each"
  })
  void planApplyAndVerifyGoByTheSecurityPackagesOfWindows(String method, String location)
      throws IOException {
    StandInSecurity security = security();
    behindApache(
        location,
        "  authentication: %s\n  servicePrincipal: HTTP/mecm.garrison.test\n".formatted(method),
        (site, apache) -> {
          site.signInBy(new SecuritySupport(security::library));
          assertThat(site.converge()).isEmpty();
          assertThat(site.plan().converged()).isTrue();
          assertThat(site.lab().requests().writes()).isNotEmpty();
          assertThat(apache.served().stream().filter(one -> one.status() < 400).map(Served::user))
              .containsOnly(READER);
        });
    assertThat(security.openHandles()).isZero();
  }

  @Test
  void whereWindowsReadsAnotherAccountWritesByKerberos() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), ActiveDirectory.PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    StandInSecurity security = security();
    behindApache(
        "kerberos",
        "  authentication: windows\n  servicePrincipal: HTTP/mecm.garrison.test\n"
            + "  write: {user: %s, password: \"file:%s\"}\n"
                .formatted(ActiveDirectory.WRITER, password),
        (site, apache) -> {
          site.signInBy(new SecuritySupport(security::library));
          assertThat(site.apply()).isEmpty();
          assertThat(apache.served())
              .filteredOn(one -> !one.method().equals("GET"))
              .isNotEmpty()
              .allSatisfy(one -> assertThat(one.user()).isEqualTo(WRITER));
          assertThat(apache.served().stream().map(Served::user)).contains(READER);
        });
    assertThat(security.openHandles()).isZero();
  }

  private StandInSecurity security() {
    String missing = StandInSecurity.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    ActiveDirectory domain = ActiveDirectory.shared();
    return StandInSecurity.of(domain, domain.tickets(folder.resolve("tickets")));
  }

  @Test
  void whereWindowsIsNotTheManifestThatWantsItIsRefused() throws IOException {
    behindApache(
        "kerberos",
        "  authentication: windows\n",
        (site, apache) -> {
          assertThatThrownBy(site::plan)
              .isInstanceOf(RefusalException.class)
              .hasMessageContaining("[SIGN_IN_NOT_POSSIBLE GAR-0245]");
          assertThat(apache.served()).isEmpty();
        });
  }

  /** The packed program, because the library reads the variables of its process. */
  @Test
  void planApplyAndVerifyGoByTicketsThatOnlyTheSystemReads() throws Exception {
    Path caches = Files.createDirectory(folder.resolve("caches"));
    ActiveDirectory.shared().tickets("DIR:" + caches);
    behindApache(
        "kerberos",
        "  authentication: kerberos\n  servicePrincipal: HTTP/mecm.garrison.test\n",
        (site, apache) -> {
          assertThat(garrison(site, caches, "plan").exit()).isEqualTo(2);
          JavaProcess.Result applied = garrison(site, caches, "apply", "--yes");
          assertThat(applied.exit()).as(applied.err()).isEqualTo(3);
          JavaProcess.Result verified = garrison(site, caches, "verify");
          assertThat(verified.exit()).as(verified.err()).isEqualTo(2);
          assertThat(site.lab().requests().writes()).isNotEmpty();
          assertThat(apache.served().stream().map(Served::user)).containsOnly(READER);
        });
  }

  private static JavaProcess.Result garrison(TrialSite site, Path caches, String... words) {
    Map<String, String> variables =
        Map.of(
            "KRB5_CONFIG",
            ActiveDirectory.shared().krb5Conf().toString(),
            "KRB5CCNAME",
            "DIR:" + caches);
    try {
      return PackedProgram.start(
              site.folder(),
              new PackedProgram.Setting(List.of(), List.of(), variables),
              List.of(words))
          .await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void oneAccountReadsAndAnotherWritesOnConnectionsOfItsOwn() throws IOException {
    Path password = folder.resolve("password");
    behindApache(
        "kerberos",
        kerberos()
            + "  write: {user: %s, password: \"file:%s\"}\n"
                .formatted(ActiveDirectory.WRITER, password),
        (site, apache) -> {
          assertThat(site.plan().writes()).isTrue();
          List<Served> planned = apache.served();
          assertThat(planned.stream().map(Served::user)).containsOnly(READER);

          Files.writeString(password, ActiveDirectory.PASSWORD);
          Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
          assertThat(site.apply()).isEmpty();
          List<Served> applied = apache.served().subList(planned.size(), apache.served().size());
          assertThat(applied).filteredOn(one -> !one.method().equals("GET")).isNotEmpty();
          assertThat(applied)
              .filteredOn(one -> !one.method().equals("GET"))
              .allSatisfy(one -> assertThat(one.user()).isEqualTo(WRITER));
          assertThat(applied)
              .filteredOn(one -> one.method().equals("GET") && one.user().equals(WRITER))
              .extracting(Served::path)
              .contains(WHO_WRITES)
              .isSubsetOf(WHO_WRITES, KNOCK);
          assertThat(connections(applied, WRITER))
              .isNotEmpty()
              .doesNotContainAnyElementsOf(connections(applied, READER));
        });
  }

  private static Set<Integer> connections(List<Served> served, String user) {
    return served.stream()
        .filter(one -> one.user().equals(user))
        .map(Served::connection)
        .collect(Collectors.toSet());
  }
}
