package dev.garrison.manifest.value;

import dev.garrison.diagnostic.Worded;
import java.util.Optional;

/**
 * Sign-in of Garrison to a server: the method and the accounts.
 *
 * @param account the account that reads, and that writes if no other one is named; absent: the user
 *     who runs Garrison, or no sign-in
 * @param servicePrincipal the service principal name, such as {@code HTTP/cm01.contoso.example};
 *     absent: HTTP or cifs and the host of the address
 * @param writer the account that writes, if it is another one; it signs in by the same method
 */
public record SignIn(
    Method method,
    Optional<Account> account,
    Optional<String> servicePrincipal,
    Optional<Account> writer) {
  /** Sign-in of the account that writes; empty if the account that reads also writes. */
  public Optional<SignIn> forWriting() {
    return writer.map(
        other -> new SignIn(method, Optional.of(other), servicePrincipal, Optional.empty()));
  }

  /** Authentication method. */
  public enum Method implements Worded {
    KERBEROS,
    NTLM,
    BASIC,
    NONE
  }
}
