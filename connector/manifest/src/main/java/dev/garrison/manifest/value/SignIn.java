package dev.garrison.manifest.value;

import dev.garrison.diagnostic.Worded;
import java.util.Optional;

/**
 * How Garrison signs in to a server.
 *
 * @param account who reads, and writes where nobody else is named; absent: the user who runs
 *     Garrison, or nobody
 * @param servicePrincipal the service that is meant, such as {@code HTTP/cm01.contoso.example};
 *     absent: HTTP or cifs and the host of the address
 * @param writer who writes, where that is another account; by the same method
 */
public record SignIn(
    Method method,
    Optional<Account> account,
    Optional<String> servicePrincipal,
    Optional<Account> writer) {
  /** How the account signs in that writes; empty where the one that reads does. */
  public Optional<SignIn> forWriting() {
    return writer.map(
        other -> new SignIn(method, Optional.of(other), servicePrincipal, Optional.empty()));
  }

  /** By what. */
  public enum Method implements Worded {
    KERBEROS,
    NTLM,
    BASIC,
    NONE
  }
}
