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
 * @param writer the account that writes, if it is another one; it signs in by the same method, or
 *     by Kerberos where the one that reads is the user whom Windows knows
 */
public record SignIn(
    Method method,
    Optional<Account> account,
    Optional<String> servicePrincipal,
    Optional<Account> writer) {
  /** Sign-in of the account that writes; empty if the account that reads also writes. */
  public Optional<SignIn> forWriting() {
    return writer.map(other ->
        new SignIn(
            method == Method.WINDOWS ? Method.KERBEROS : method,
            Optional.of(other),
            servicePrincipal,
            Optional.empty()));
  }

  /** Whether only Kerberos is used. */
  public boolean isKerberos() {
    return method == Method.KERBEROS || method == Method.WINDOWS;
  }

  /** Authentication method. */
  public enum Method implements Worded {
    /** By Java itself; on Windows without an account as {@link #WINDOWS}. */
    KERBEROS,
    NTLM,

    /** By Kerberos as the user who runs Garrison, whom Windows knows. */
    WINDOWS,

    /** As that user, by Kerberos or else by NTLM. */
    NEGOTIATE,
    BASIC,
    NONE
  }
}
