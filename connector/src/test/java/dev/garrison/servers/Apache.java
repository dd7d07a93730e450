package dev.garrison.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Apache with mod_auth_gssapi before another server: {@code /kerberos} asks once for each
 * connection, {@code /kerberos-each} for each request, {@code /ntlm} for NTLM. The administration
 * service of WSUS is at its own path and takes both, Negotiate first, as IIS does; what clients of
 * WSUS ask lies beside it and is open.
 */
public final class Apache implements AutoCloseable {
  /** The account that {@code /ntlm} knows. */
  public static final String NTLM_USER = "GARRISON\\svc-ntlm";

  public static final String NTLM_PASSWORD = "Ntlm!Pässw0rd";

  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
  private static final List<String> LOADED =
      List.of(
          "mpm_event",
          "authn_core",
          "authz_core",
          "authz_user",
          "auth_gssapi",
          "proxy",
          "proxy_http",
          "ssl",
          "headers");

  private final ServerProcess process;
  private final int port;
  private final Path log;

  private Apache(ServerProcess process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * A request as it was served.
   *
   * @param user empty where nobody had signed in
   * @param connection the client's port
   */
  public record Served(String method, String path, String user, int status, int connection) {
    private static Served parse(String line) {
      String[] parts = line.split(" ", 5);
      return new Served(
          parts[0],
          parts[4],
          parts[1].equals("-") ? "" : parts[1],
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]));
    }
  }

  /** Why there can be none here; empty when there can. */
  public static String missing() {
    boolean there =
        Files.isExecutable(Path.of("/usr/sbin/apache2"))
            && Files.exists(MODULES.resolve("mod_auth_gssapi.so"))
            && Files.exists(Path.of("/etc/gss/mech.d/mech.ntlmssp.conf"));
    return there
        ? ActiveDirectory.missing()
        : "NOT TESTED: sign-in through Apache, because apache2, libapache2-mod-auth-gssapi or gss-ntlmssp is not installed (./check --install brings them).";
  }

  /**
   * Starts it on a free port of the loopback address.
   *
   * @param behind what it passes requests to
   */
  public static Apache start(
      Path folder, ActiveDirectory domain, TestAuthority.Issued identity, URI behind)
      throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port = ServerProcess.freePort(InetAddress.getLoopbackAddress());
    Path users =
        Files.writeString(
            folder.resolve("ntlm-users"),
            NTLM_USER.replace('\\', ':') + ":" + NTLM_PASSWORD + "\n");
    Path keytab = Files.copy(domain.serviceKeytab(), folder.resolve("apache.keytab"));
    Path krb5 = Files.copy(domain.krb5Conf(), folder.resolve("krb5.conf"));
    for (Path file : List.of(users, keytab, krb5)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Path conf =
        Files.writeString(
            folder.resolve("httpd.conf"),
            configuration(folder, port, identity.write(folder.resolve("server.pem")), behind));
    return new Apache(
        ServerProcess.start(
            List.of("/usr/sbin/apache2", "-f", conf.toString(), "-DFOREGROUND"),
            Map.of(
                "NTLM_USER_FILE",
                users.toString(),
                "KRB5_CONFIG",
                krb5.toString(),
                "KRB5_KTNAME",
                keytab.toString()),
            folder.resolve("apache.out"),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
        port,
        folder.resolve("access.log"));
  }

  private static String configuration(Path folder, int port, Path identity, URI behind) {
    StringBuilder text = new StringBuilder();
    for (String module : LOADED) {
      text.append("LoadModule %s_module %s/mod_%s.so%n".formatted(module, MODULES, module));
    }
    text.append(
        """
        ServerName localhost
        Listen 127.0.0.1:%1$d
        User www-data
        Group www-data
        PidFile %2$s/apache.pid
        ErrorLog %2$s/error.log
        LogLevel warn
        LogFormat "%%m %%u %%>s %%{remote}p %%U" served
        CustomLog %2$s/access.log served
        Mutex pthread
        DefaultRuntimeDir %2$s
        KeepAlive On
        MaxKeepAliveRequests 0
        SSLEngine on
        SSLCertificateFile %3$s
        SSLCertificateKeyFile %3$s
        SSLSessionCache none
        """
            .formatted(port, folder, identity));
    Stream.of("kerberos", "kerberos-each", "ntlm")
        .forEach(name ->
            text.append(
                """
                <Location /%1$s/>
                  AuthType GSSAPI
                  AuthName "garrison"
                  %2$s
                  Require valid-user
                  ProxyPass %3$s/
                  ProxyPassReverse %3$s/
                  RequestHeader set X-User expr=%%{REMOTE_USER}
                  RequestHeader unset Authorization
                </Location>
                """
                    .formatted(name, mechanism(name, folder), behind)));
    text.append(
        """
        <Location /ApiRemoting30/>
          AuthType GSSAPI
          AuthName "garrison"
          GssapiAllowedMech krb5
          GssapiAllowedMech ntlmssp
          GssapiConnectionBound On
          Require valid-user
          ProxyPass %1$s/ApiRemoting30/
          RequestHeader unset Authorization
        </Location>
        <LocationMatch "^/(ClientWebService|SimpleAuthWebService)/">
          ProxyPassMatch %1$s
        </LocationMatch>
        """
            .formatted(behind));
    return text.toString();
  }

  private static String mechanism(String name, Path folder) {
    String kerberos =
        "GssapiAllowedMech krb5\n  GssapiCredStore keytab:" + folder.resolve("apache.keytab");
    return switch (name) {
      case "kerberos" -> kerberos + "\n  GssapiConnectionBound On";
      case "kerberos-each" -> kerberos;
      default -> "GssapiAllowedMech ntlmssp\n  GssapiConnectionBound On";
    };
  }

  /** The address of a location, with the host as a name or as an address. */
  public URI address(String host, String location) {
    return URI.create("https://" + host + ":" + port + "/" + location);
  }

  /** What was served, each as soon as its answer was sent whole. */
  public List<Served> served() throws IOException {
    return Files.readAllLines(log).stream().map(Served::parse).toList();
  }

  @Override
  public void close() {
    process.close();
  }
}
