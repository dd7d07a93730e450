package dev.garrison.connection.kerberos;

import dev.garrison.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Identity of a Kerberos sign-in, with its credentials. */
public sealed interface KerberosIdentity {
  /**
   * An account and its password.
   *
   * @param principal {@code name} in the default realm, or {@code name@REALM}
   * @param password read again for each login, and then erased
   */
  record Password(String principal, Supplier<Secret> password) implements KerberosIdentity {}

  /**
   * An account and the keytab file with its keys.
   *
   * @param principal {@code name} in the default realm, or {@code name@REALM}
   */
  record Keytab(String principal, Path file) implements KerberosIdentity {}

  /**
   * Owner of the tickets of the user who runs Garrison, as {@code kinit} got them.
   *
   * @param file the cache; empty: the default cache of Java
   */
  record TicketCache(Optional<Path> file) implements KerberosIdentity {}
}
