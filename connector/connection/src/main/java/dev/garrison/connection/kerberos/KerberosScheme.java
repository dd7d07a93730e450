package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.signin.TokenScheme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import sun.security.jgss.krb5.internal.TlsChannelBindingImpl;

/** Negotiate with Kerberos (RFC 4559), and never with NTLM. */
public final class KerberosScheme implements TokenScheme {
  private static final String SERVICE = "HTTP";

  private final TicketSource tickets;
  private final Optional<String> servicePrincipal;

  /**
   * @param servicePrincipal such as {@code HTTP/cm01.contoso.example}; absent: HTTP and the host of
   *     the address
   */
  public KerberosScheme(KerberosIdentity identity, Optional<String> servicePrincipal) {
    this(new KerberosLogin(identity), servicePrincipal);
  }

  /**
   * Creates the scheme with tickets from any source.
   *
   * @param servicePrincipal as above
   */
  public KerberosScheme(TicketSource tickets, Optional<String> servicePrincipal) {
    this.tickets = tickets;
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
    TicketHolder holder = tickets.holder();
    try {
      GSSContext context = holder.begin(service);
      bind(context, server);
      return new KerberosExchange(context, holder, tickets, server, service);
    } catch (CompletionException | GSSException e) {
      throw KerberosFailure.ofServer(server.authority(), service, e);
    }
  }

  private static void bind(GSSContext context, ContactedServer server) throws GSSException {
    if (server.channelBinding().isPresent()) {
      // The public ChannelBinding has an address type of its own, which no other acceptor takes.
      context.setChannelBinding(new TlsChannelBindingImpl(server.channelBinding().get().value()));
    }
  }
}
