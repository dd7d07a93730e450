package dev.garrison.share.samba;

import dev.garrison.connection.kerberos.KerberosIdentity;
import dev.garrison.connection.kerberos.KerberosLogin;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.servers.ActiveDirectory;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A Samba that has the keys of a service of the test's domain, and lets its one account in. */
public final class DomainSamba {
  private DomainSamba() {}

  /** Skips the test, loudly, where there can be no domain. */
  public static SambaSettings settings() {
    String missing = ActiveDirectory.missing();
    Assumptions.assumeTrue(missing.isEmpty(), missing);
    ActiveDirectory domain = ActiveDirectory.shared();
    return Samba.settings()
        .withGlobal("workgroup = GARRISON")
        .withGlobal("realm = " + ActiveDirectory.REALM)
        .withGlobal("kerberos method = dedicated keytab")
        .withGlobal("dedicated keytab file = FILE:" + readable(domain.fileServiceKeytab()))
        .withGlobal("username map = " + mapping());
  }

  /** The server runs as another user than this test. */
  private static Path readable(Path keytab) {
    try {
      Path copy = Files.createTempFile("garrison-files-", ".keytab");
      copy.toFile().deleteOnExit();
      Files.copy(keytab, copy, StandardCopyOption.REPLACE_EXISTING);
      return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path mapping() {
    String user =
        System.getProperty("user.name").equals("root") ? "daemon" : System.getProperty("user.name");
    try {
      Path file = Files.createTempFile("garrison-users-", ".map");
      file.toFile().deleteOnExit();
      Files.writeString(file, user + " = GARRISON\\" + ActiveDirectory.USER + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same server, by the name that its service has. */
  public static ShareAddress.Smb named(ShareAddress.Smb address) {
    return new ShareAddress.Smb("localhost", address.port(), address.share(), address.path());
  }

  public static ShareAccount account(KerberosIdentity identity) {
    return new ShareAccount.Kerberos(new KerberosLogin(identity), Optional.empty());
  }

  /** The domain's account, by its keytab. */
  public static ShareAccount account() {
    return account(
        new KerberosIdentity.Keytab(ActiveDirectory.USER, ActiveDirectory.shared().keytab()));
  }
}
