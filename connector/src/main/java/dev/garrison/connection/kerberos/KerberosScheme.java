package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import sun.security.jgss.krb5.internal.TlsChannelBindingImpl;

/** Negotiate with Kerberos (RFC 4559), and never with NTLM. */
public final class KerberosScheme implements TokenScheme {
  private static final String SPNEGO = "1.3.6.1.5.5.2";
  private static final String SERVICE = "HTTP";

  private final KerberosLogin login;
  private final Optional<String> servicePrincipal;

  /**
   * @param servicePrincipal such as {@code HTTP/cm01.contoso.example}; absent: HTTP and the host of
   *     the address
   */
  public KerberosScheme(KerberosIdentity identity, Optional<String> servicePrincipal) {
    this.login = new KerberosLogin(identity);
    this.servicePrincipal = servicePrincipal;
  }

  @Override
  public List<String> names() {
    return List.of("Negotiate");
  }

  @Override
  public boolean opens() {
    return true;
  }

  @Override
  public TokenExchange begin(ContactedServer server) {
    if (servicePrincipal.isEmpty() && isAddress(server.host())) {
      throw KerberosFailure.refusal(
          SignInCode.SIGN_IN_NOT_POSSIBLE,
          "Kerberos cannot name the server %s, which is given by its IP address."
              .formatted(server.authority()),
          "Use the server's full DNS name in the address, or name the service with"
              + " 'servicePrincipal'.",
          null);
    }
    String service = servicePrincipal.orElse(SERVICE + "/" + server.host());
    Subject subject = login.subject();
    try {
      GSSContext context = Subject.callAs(subject, () -> context(service, server));
      return new KerberosExchange(context, subject, login, server, service);
    } catch (CompletionException e) {
      throw KerberosFailure.ofServer(server, service, e);
    }
  }

  private static GSSContext context(String service, ContactedServer server) throws GSSException {
    GSSManager manager = GSSManager.getInstance();
    GSSName name = manager.createName(service.replaceFirst("/", "@"), GSSName.NT_HOSTBASED_SERVICE);
    GSSContext context =
        manager.createContext(name, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
    context.requestMutualAuth(true);
    context.requestCredDeleg(false);
    if (server.channelBinding().isPresent()) {
      // The public ChannelBinding has an address type of its own, which no other acceptor takes.
      context.setChannelBinding(new TlsChannelBindingImpl(server.channelBinding().get().value()));
    }
    return context;
  }

  private static boolean isAddress(String host) {
    try {
      InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
