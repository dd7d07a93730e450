package dev.garrison.manifest.value;

import java.util.Optional;

/**
 * How Garrison signs in to a server.
 *
 * @param account absent: as the user who runs Garrison, or not at all
 * @param servicePrincipal the service that is meant, such as {@code HTTP/cm01.contoso.example};
 *     absent: HTTP and the host of the address
 */
public record SignIn(Method method, Optional<Account> account, Optional<String> servicePrincipal) {
  /** By what. */
  public enum Method {
    KERBEROS("kerberos"),
    NTLM("ntlm"),
    BASIC("basic"),
    NONE("none");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** As the manifest spells it. */
    public String word() {
      return word;
    }
  }
}
