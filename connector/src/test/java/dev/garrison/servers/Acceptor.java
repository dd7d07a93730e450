package dev.garrison.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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

  /** Starts one that serves nothing but the name of who signed in. */
  public static Acceptor start(
      Path folder,
      ActiveDirectory domain,
      String mechanism,
      Optional<TestAuthority.Issued> shown,
      TestAuthority.Issued expected)
      throws IOException {
    return start(folder, domain, mechanism, new Certificates(shown, expected), Optional.empty());
  }

  /**
   * The certificates of a server.
   *
   * @param shown its own; empty for plain HTTP
   * @param expected the one that sign-ins must be bound to
   */
  public record Certificates(Optional<TestAuthority.Issued> shown, TestAuthority.Issued expected) {}

  /**
   * Starts one.
   *
   * @param mechanism {@code kerberos} or {@code ntlm}
   * @param behind the web server that it hands on to whoever signed in; empty: none
   */
  public static Acceptor start(
      Path folder,
      ActiveDirectory domain,
      String mechanism,
      Certificates certificates,
      Optional<URI> behind)
      throws IOException {
    Optional<TestAuthority.Issued> shown = certificates.shown();
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
    List<String> command =
        new ArrayList<>(
            List.of(
                PYTHON.toString(),
                script.toString(),
                mechanism,
                String.valueOf(port),
                certificate,
                certificates.expected().write(folder.resolve("expected.pem")).toString()));
    behind.map(URI::getAuthority).ifPresent(command::add);
    ServerProcess process =
        ServerProcess.start(
            command,
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
