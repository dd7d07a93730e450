package dev.garrison.connection.ntlm;

import dev.garrison.secret.Secret;
import java.util.function.Supplier;

/**
 * Account that signs in with NTLM.
 *
 * @param domain its NetBIOS or DNS name; empty when the user is {@code name@domain} or an account
 *     of the server itself
 * @param password read again for each sign-in, and then erased
 */
public record NtlmAccount(String domain, String user, Supplier<Secret> password) {
  /** Parses {@code DOMAIN\name}, {@code name@domain}, or a plain name. */
  public static NtlmAccount of(String name, Supplier<Secret> password) {
    int domain = name.indexOf('\\');
    return new NtlmAccount(
        domain < 0 ? "" : name.substring(0, domain), name.substring(domain + 1), password);
  }

  String shown() {
    return domain.isEmpty() ? user : domain + "\\" + user;
  }
}
