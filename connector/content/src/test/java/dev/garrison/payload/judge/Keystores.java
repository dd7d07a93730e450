package dev.garrison.payload.judge;

import dev.garrison.payload.judge.Authority.Identity;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;

/** Keys where customers keep them. */
public final class Keystores {
  public static final String PASSWORD = "opens-the-key";

  private Keystores() {}

  /** A PKCS#12 file with a key for each alias. */
  public static Path pkcs12(Path file, Identity identity, String... aliases) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (String alias : aliases) {
      put(store, alias, identity);
    }
    try (OutputStream stream = Files.newOutputStream(file)) {
      store.store(stream, PASSWORD.toCharArray());
    }
    return file;
  }

  private static void put(KeyStore store, String alias, Identity identity) throws Exception {
    store.setKeyEntry(
        alias,
        identity.keys().getPrivate(),
        PASSWORD.toCharArray(),
        identity.chain().toArray(Certificate[]::new));
  }
}
