package dev.garrison.connection.sspi;

import dev.garrison.connection.kerberos.ServicePrincipal;
import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import java.util.List;
import java.util.Optional;

/**
 * Negotiate (RFC 4559) as the user of Windows who runs the program. A server with the package
 * Negotiate also answers a client that chose Kerberos itself.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthn/microsoft-negotiate">Microsoft
 *     Negotiate</a>
 */
public final class SspiScheme implements TokenScheme {
  private static final String SERVICE = "HTTP";

  private final SecuritySupport support;
  private final SecurityPackage securityPackage;
  private final Optional<String> servicePrincipal;

  /**
   * @param servicePrincipal such as {@code HTTP/cm01.contoso.example}; absent: HTTP and the host of
   *     the address
   */
  public SspiScheme(
      SecuritySupport support, SecurityPackage securityPackage, Optional<String> servicePrincipal) {
    this.support = support;
    this.securityPackage = securityPackage;
    this.servicePrincipal = servicePrincipal;
  }

  @Override
  public List<String> names() {
    return List.of("Negotiate");
  }

  /** Whether one token is enough: NTLM needs two, on a connection that stays. */
  @Override
  public boolean opens() {
    return securityPackage == SecurityPackage.KERBEROS;
  }

  @Override
  public TokenExchange begin(ContactedServer server) {
    String service =
        switch (securityPackage) {
          case KERBEROS ->
              ServicePrincipal.at(servicePrincipal, SERVICE, server.host(), server.authority())
                  .name();
          case NEGOTIATE -> servicePrincipal.orElse(SERVICE + "/" + server.host());
        };
    return new SspiExchange(
        new SecurityContext(support.functions(), securityPackage, service, server.channelBinding()),
        securityPackage,
        server,
        service);
  }
}
