package dev.garrison.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A server that demands a channel binding, which mod_auth_gssapi cannot: MIT Kerberos and
 * gss-ntlmssp through python3-gssapi.
 */
public final class Acceptor implements AutoCloseable {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private final ServerProcess process;
  private final URI address;

  private Acceptor(ServerProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Why there can be none here; empty when there can. */
  public static String missing() {
    return Files.exists(Path.of("/usr/lib/python3/dist-packages/gssapi/__init__.py"))
        ? Apache.missing()
        : "NOT TESTED: channel binding, because python3-gssapi is not installed (./check --install brings it).";
  }

  /**
   * Starts one.
   *
   * @param mechanism {@code kerberos} or {@code ntlm}
   * @param shown its certificate; empty for plain HTTP
   * @param expected the certificate that sign-ins must be bound to
   */
  public static Acceptor start(
      Path folder,
      ActiveDirectory domain,
      String mechanism,
      Optional<TestAuthority.Issued> shown,
      TestAuthority.Issued expected)
      throws IOException {
    Path script = folder.resolve("acceptor.py");
    try (InputStream stream = Acceptor.class.getResourceAsStream("acceptor.py")) {
      Files.copy(Objects.requireNonNull(stream), script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path users =
        Files.writeString(
            folder.resolve("acceptor-users"),
            Apache.NTLM_USER.replace('\\', ':') + ":" + Apache.NTLM_PASSWORD + "\n");
    int port = ServerProcess.freePort(InetAddress.getLoopbackAddress());
    String certificate =
        shown.isPresent() ? shown.get().write(folder.resolve("shown.pem")).toString() : "-";
    ServerProcess process =
        ServerProcess.start(
            List.of(
                PYTHON.toString(),
                script.toString(),
                mechanism,
                String.valueOf(port),
                certificate,
                expected.write(folder.resolve("expected.pem")).toString()),
            Map.of(
                "KRB5_CONFIG", domain.krb5Conf().toString(),
                "KRB5_KTNAME", domain.serviceKeytab().toString(),
                "NTLM_USER_FILE", users.toString()),
            folder.resolve("acceptor.log"),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String scheme = shown.isPresent() ? "https" : "http";
    return new Acceptor(process, URI.create(scheme + "://localhost:" + port + "/x"));
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.close();
  }
}
