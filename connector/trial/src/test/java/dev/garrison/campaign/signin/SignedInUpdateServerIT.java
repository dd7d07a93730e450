package dev.garrison.campaign.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.ActiveDirectory;
import dev.garrison.servers.Apache;
import dev.garrison.servers.Apache.Served;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.trial.TrialUpdates;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals on a WSUS server behind IIS's two kinds of Windows authentication. */
final class SignedInUpdateServerIT {
  private static final String SERVICE = "ApiRemoting30/WebService.asmx";

  @TempDir private Path folder;
  private TrialUpdates trial;
  private Apache apache;
  private Path root;

  @BeforeEach
  void anUpdateServerBehindApache() throws IOException {
    String missing = Apache.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    TestAuthority authority = TestAuthority.create("Contoso Root");
    root = authority.write(folder.resolve("root.pem"));
    trial = new TrialUpdates(Files.createDirectory(folder.resolve("site")));
    apache =
        Apache.start(
            Files.createDirectory(folder.resolve("web")),
            ActiveDirectory.shared(),
            authority.issue(Validity.NOW, "localhost", "127.0.0.1"),
            trial.server("wsus01").url());
  }

  @AfterEach
  void close() {
    if (apache != null) {
      apache.close();
    }
    if (trial != null) {
      assertThat(trial.server("wsus01").calls().violations()).isEmpty();
      trial.close();
    }
  }

  private void signsInBy(String keys) {
    String url = trial.server("wsus01").url().toString();
    String address = apache.address("127.0.0.1", "").toString();
    trial.replace(
        "    - url: \"" + url + "\"\n",
        "    - url: \"%s\"\n      trust: [\"%s\"]\n%s"
            .formatted(address.substring(0, address.length() - 1), root, keys));
  }

  private void isApprovedProvenAndThenNothingIsLeftBy(String account) throws IOException {
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01"))
        .anyMatch(line ->
            line.startsWith("10.8798.25857.1000 for Pilot servers: install by ")
                && line.contains(account)
                && line.endsWith("[garrison:1:trial]"));
    assertThat(trial.verify().code()).isZero();
    assertThat(trial.plan().code()).as("a ring waits for its turn").isEqualTo(3);
    assertThat(users()).singleElement().asString().contains(account);
  }

  /** Who was served by the service. */
  private Set<String> users() throws IOException {
    return apache.served().stream()
        .filter(one -> one.status() == 200)
        .map(Served::user)
        .collect(Collectors.toSet());
  }

  @Test
  void theUpdateIsApprovedByKerberosWhereNtlmIsOfferedToo() throws IOException {
    signsInBy(
        "      user: %s\n      password: \"keytab:%s\"\n      servicePrincipal: HTTP/mecm.garrison.test\n"
            .formatted(ActiveDirectory.USER, ActiveDirectory.shared().keytab()));
    isApprovedProvenAndThenNothingIsLeftBy(ActiveDirectory.USER);
  }

  @Test
  void theUpdateIsApprovedByNtlmWhereTheManifestSaysSo() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), Apache.NTLM_PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    signsInBy(
        "      authentication: ntlm\n      user: %s\n      password: \"file:%s\"\n"
            .formatted(Apache.NTLM_USER, password));
    isApprovedProvenAndThenNothingIsLeftBy("svc-ntlm");
  }

  @Test
  void whoDoesNotSignInIsOfferedBothAndOnlyTheServicesOfClientsAnswer() throws Exception {
    HttpResponse<String> anonymous = get(SERVICE);
    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(anonymous.headers().allValues("WWW-Authenticate"))
        .isEqualTo(List.of("Negotiate", "NTLM"));
    assertThat(get("ClientWebService/client.asmx").statusCode()).isEqualTo(200);
    assertThat(get("SimpleAuthWebService/SimpleAuth.asmx").statusCode()).isEqualTo(200);
  }

  private SSLContext trusting() throws Exception {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    try (InputStream pem = Files.newInputStream(root)) {
      known.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = apache.address("localhost", path);
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
