package dev.garrison.connection.kerberos;

import dev.garrison.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** As whom to sign in, and by what. */
public sealed interface KerberosIdentity {
  /**
   * An account and its password.
   *
   * @param principal {@code name} in the default realm, or {@code name@REALM}
   * @param password asked anew for each login, and used up
   */
  record Password(String principal, Supplier<Secret> password) implements KerberosIdentity {}

  /**
   * An account and the file with its keys.
   *
   * @param principal {@code name} in the default realm, or {@code name@REALM}
   */
  record Keytab(String principal, Path file) implements KerberosIdentity {}

  /**
   * Whoever holds the tickets of the user who runs Garrison, as {@code kinit} got them.
   *
   * @param file empty: where Java looks for it
   */
  record TicketCache(Optional<Path> file) implements KerberosIdentity {}
}
