package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import dev.garrison.kerberos.KerberosFailure;
import dev.garrison.kerberos.KerberosIdentity;
import dev.garrison.kerberos.KerberosLogin;
import dev.garrison.kerberos.ServicePrincipal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
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
    ServicePrincipal service =
        ServicePrincipal.at(servicePrincipal, SERVICE, server.host(), server.authority());
    Subject subject = login.subject();
    try {
      GSSContext context = Subject.callAs(subject, () -> context(service, server));
      return new KerberosExchange(context, subject, login, server, service);
    } catch (CompletionException e) {
      throw KerberosFailure.ofServer(server.authority(), service, e);
    }
  }

  private static GSSContext context(ServicePrincipal service, ContactedServer server)
      throws GSSException {
    GSSContext context =
        GSSManager.getInstance()
            .createContext(service.gssName(), new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
    context.requestMutualAuth(true);
    context.requestCredDeleg(false);
    if (server.channelBinding().isPresent()) {
      // The public ChannelBinding has an address type of its own, which no other acceptor takes.
      context.setChannelBinding(new TlsChannelBindingImpl(server.channelBinding().get().value()));
    }
    return context;
  }
}
