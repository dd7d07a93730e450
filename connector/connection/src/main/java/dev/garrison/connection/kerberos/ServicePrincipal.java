package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.SignInCode;
import dev.garrison.language.Message;
import java.net.InetAddress;
import java.util.Optional;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

/**
 * A service of the domain, such as {@code HTTP/cm01.contoso.example}.
 *
 * @param name class and host
 */
public record ServicePrincipal(String name) {
  /**
   * The service of a server.
   *
   * @param named the name that the user configured
   * @param kind the class of the service, such as {@code HTTP}, if no name is configured
   * @param host the name of the server, if no name is configured
   * @param authority the server, for messages
   * @throws dev.garrison.diagnostic.RefusalException when only an IP address is known
   */
  public static ServicePrincipal at(
      Optional<String> named, String kind, String host, String authority) {
    if (named.isEmpty() && isAddress(host)) {
      throw KerberosFailure.refusal(
          SignInCode.SIGN_IN_NOT_POSSIBLE,
          Message.of("kerberos.ip-address", "server", authority),
          null);
    }
    return new ServicePrincipal(named.orElse(kind + "/" + host));
  }

  private static boolean isAddress(String host) {
    try {
      InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  /** The name in the form of JGSS. */
  GSSName gssName(GSSManager manager) throws GSSException {
    return manager.createName(name.replaceFirst("/", "@"), GSSName.NT_HOSTBASED_SERVICE);
  }

  @Override
  public String toString() {
    return name;
  }
}
