package dev.garrison.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A domain of its own: Samba's domain controller with three accounts, on a loopback address that no
 * other test uses, so that several can run at once. It lives as long as this JVM.
 */
public final class ActiveDirectory {
  public static final String REALM = "GARRISON.TEST";
  public static final String USER = "svc-garrison";
  public static final String PASSWORD = "Svc!Passw0rd1";

  /** Another account, for writing. */
  public static final String WRITER = "svc-writer";

  /** The services that the account of the web server has. */
  public static final List<String> SERVICES = List.of("HTTP/localhost", "HTTP/mecm.garrison.test");

  /** The services that the account of the file server has. */
  public static final List<String> FILE_SERVICES =
      List.of("cifs/localhost", "cifs/files.garrison.test");

  private static final List<Path> NEEDED =
      List.of(
          Path.of("/usr/sbin/samba"), Path.of("/usr/bin/samba-tool"), Path.of("/usr/bin/kinit"));
  private static @Nullable ActiveDirectory shared;

  private final Path folder;
  private final InetAddress address;
  private final int kdc;

  private ActiveDirectory() throws IOException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    address =
        InetAddress.getByAddress(
            new byte[] {127, (byte) random.nextInt(64, 96), (byte) random.nextInt(1, 250), 5});
    kdc = ServerProcess.freePort(address);
    folder = Files.createTempDirectory("garrison-domain-");
    provision();
    accounts();
    Files.writeString(krb5Conf(), krb5(address.getHostAddress()));
    ServerProcess.start(
        List.of("/usr/sbin/samba", "-s", conf(), "--foreground", "--debug-stdout"),
        Map.of(),
        folder.resolve("samba.log"),
        new InetSocketAddress(address, kdc));
    System.setProperty("java.security.krb5.conf", krb5Conf().toString());
  }

  /** Why there can be none here; empty when there can. */
  public static String missing() {
    if (!NEEDED.stream().allMatch(Files::isExecutable)) {
      return "NOT TESTED: a domain, because samba-ad-dc or krb5-user is not installed (./check --install brings them).";
    }
    return System.getProperty("user.name").equals("root")
        ? ""
        : "NOT TESTED: a domain, because Samba's domain controller can be set up by root only.";
  }

  public static synchronized ActiveDirectory shared() {
    if (shared == null) {
      try {
        shared = new ActiveDirectory();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private void provision() throws IOException {
    ServerProcess.run(
        Map.of(),
        "",
        List.of(
            "samba-tool",
            "domain",
            "provision",
            "--realm=" + REALM,
            "--domain=GARRISON",
            "--adminpass=Adm1n!Passw0rd",
            "--server-role=dc",
            "--dns-backend=NONE",
            "--host-name=dc1",
            "--host-ip=" + address.getHostAddress(),
            "--targetdir=" + folder,
            "--option=interfaces=" + address.getHostAddress() + "/8",
            "--option=bind interfaces only=yes",
            "--option=vfs objects=dfs_samba4 acl_xattr"));
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(
        Path.of(conf()),
        """
        [global]
        netbios name = DC1
        realm = %1$s
        workgroup = GARRISON
        server role = active directory domain controller
        server services = kdc
        interfaces = %2$s/8
        bind interfaces only = yes
        disable netbios = yes
        load printers = no
        private dir = %3$s/private
        state directory = %3$s/state
        cache directory = %3$s/cache
        lock directory = %3$s
        binddns dir = %3$s/bind-dns
        pid directory = %3$s/run
        ncalrpc dir = %3$s/ncalrpc
        logging = file
        log file = %3$s/log.%%m
        krb5 port = %4$d
        kpasswd port = %5$d
        """
            .formatted(
                REALM, address.getHostAddress(), folder, kdc, ServerProcess.freePort(address)));
  }

  private void accounts() throws IOException {
    tool("user", "create", USER, PASSWORD);
    tool("user", "create", WRITER, PASSWORD);
    tool("user", "create", "mecmsrv", "Mecm!Passw0rd1");
    for (String service : SERVICES) {
      tool("spn", "add", service, "mecmsrv");
    }
    tool("user", "create", "filesrv", "File!Passw0rd1");
    for (String service : FILE_SERVICES) {
      tool("spn", "add", service, "filesrv");
    }
    // A file server that is no member of the domain takes tickets without a PAC only
    // (UF_NO_AUTH_DATA_REQUIRED, MS-ADTS 2.2.16).
    // Without AES the keys are RC4 only, which Java refuses; they are made when a password is set.
    ServerProcess.run(
        Map.of(),
        """
        dn: CN=svc-garrison,CN=Users,DC=garrison,DC=test
        changetype: modify
        replace: msDS-SupportedEncryptionTypes
        msDS-SupportedEncryptionTypes: 24

        dn: CN=svc-writer,CN=Users,DC=garrison,DC=test
        changetype: modify
        replace: msDS-SupportedEncryptionTypes
        msDS-SupportedEncryptionTypes: 24

        dn: CN=mecmsrv,CN=Users,DC=garrison,DC=test
        changetype: modify
        replace: msDS-SupportedEncryptionTypes
        msDS-SupportedEncryptionTypes: 24

        dn: CN=filesrv,CN=Users,DC=garrison,DC=test
        changetype: modify
        replace: msDS-SupportedEncryptionTypes
        msDS-SupportedEncryptionTypes: 24
        -
        replace: userAccountControl
        userAccountControl: 33554944
        """,
        List.of("ldbmodify", "-H", folder + "/private/sam.ldb"));
    tool("user", "setpassword", "mecmsrv", "--newpassword=Mecm!Passw0rd2");
    tool("user", "setpassword", "filesrv", "--newpassword=File!Passw0rd2");
    tool("user", "setpassword", USER, "--newpassword=" + PASSWORD);
    tool("user", "setpassword", WRITER, "--newpassword=" + PASSWORD);
    tool("domain", "exportkeytab", keytab().toString(), "--principal=" + USER);
    for (String service : SERVICES) {
      tool("domain", "exportkeytab", serviceKeytab().toString(), "--principal=" + service);
    }
    for (String service : FILE_SERVICES) {
      tool("domain", "exportkeytab", fileServiceKeytab().toString(), "--principal=" + service);
    }
  }

  /** Runs samba-tool on the domain's own files. */
  void tool(String... words) {
    List<String> command = new ArrayList<>(List.of("samba-tool"));
    command.addAll(List.of(words));
    command.addAll(List.of("-s", conf()));
    ServerProcess.run(Map.of(), "", command);
  }

  private String conf() {
    return folder.resolve("dc.conf").toString();
  }

  private String krb5(String host) {
    return """
    [libdefaults]
      default_realm = %1$s
      dns_lookup_kdc = false
      dns_lookup_realm = false
      rdns = false
      dns_canonicalize_hostname = false
      udp_preference_limit = 1
    [realms]
      %1$s = {
        kdc = %2$s:%3$d
      }
    [domain_realm]
      localhost = %1$s
      .garrison.test = %1$s
    """
        .formatted(REALM, host, kdc);
  }

  public Path folder() {
    return folder;
  }

  public Path krb5Conf() {
    return folder.resolve("krb5.conf");
  }

  /** The keys of {@link #USER}. */
  public Path keytab() {
    return folder.resolve("svc.keytab");
  }

  /** The keys of {@link #SERVICES}, for a web server. */
  public Path serviceKeytab() {
    return folder.resolve("services.keytab");
  }

  /** The keys of {@link #FILE_SERVICES}, for a file server. */
  public Path fileServiceKeytab() {
    return folder.resolve("file-services.keytab");
  }

  /** A file with a ticket of {@link #USER}, as {@code kinit} makes it. */
  public Path tickets(Path file) {
    tickets(file.toString());
    return file;
  }

  /** A ticket of {@link #USER} in a cache of any kind. */
  public void tickets(String cache) {
    ServerProcess.run(
        Map.of("KRB5_CONFIG", krb5Conf().toString()),
        PASSWORD + "\n",
        List.of("kinit", "-c", cache, USER));
  }
}
