package dev.garrison.connection.tls;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Store of the authorities that this computer trusts. On Windows it is <i>Trusted Root
 * Certification Authorities</i> of the local computer, to which Group Policy and Active Directory
 * add a company's own, and which only administrators change; the store of the user is left out.
 * Elsewhere it is the file of the Java runtime.
 *
 * @see <a href="https://bugs.openjdk.org/browse/JDK-6782021">JDK-6782021</a>
 */
final class MachineStore {
  private MachineStore() {}

  /** The store of this computer; null for the file of the Java runtime. */
  static @Nullable KeyStore ofComputer() throws GeneralSecurityException, IOException {
    Optional<String> type = type(File.separatorChar);
    return type.isPresent() ? open(type.get()) : null;
  }

  /**
   * The type by which Java knows the store; empty for the file of the runtime.
   *
   * @param separator of the names of files on this computer
   */
  static Optional<String> type(char separator) {
    return separator == '\\' ? Optional.of("Windows-ROOT-LOCALMACHINE") : Optional.empty();
  }

  static KeyStore open(String type) throws GeneralSecurityException, IOException {
    KeyStore store;
    try {
      store = KeyStore.getInstance(type);
    } catch (KeyStoreException e) {
      throw new RefusalException(
          Diagnostic.error(
              TlsCode.MACHINE_STORE_MISSING,
              Message.of("tls.machine-store-missing", "store", type)),
          e);
    }
    store.load(null, null);
    return store;
  }
}
