package dev.garrison.connection.kerberos;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;

/** A security context with one server over one connection. */
final class KerberosExchange implements TokenExchange {
  private static final byte[] NOTHING = new byte[0];

  private final GSSContext context;
  private final TicketHolder holder;
  private final TicketSource tickets;
  private final ContactedServer server;
  private final ServicePrincipal service;

  KerberosExchange(
      GSSContext context,
      TicketHolder holder,
      TicketSource tickets,
      ContactedServer server,
      ServicePrincipal service) {
    this.context = context;
    this.holder = holder;
    this.tickets = tickets;
    this.server = server;
    this.service = service;
  }

  @Override
  public byte[] next(Optional<byte[]> fromServer) {
    try {
      return step(fromServer.orElse(NOTHING)).orElse(NOTHING);
    } catch (CompletionException e) {
      if (fromServer.isPresent()) {
        throw new RefusalException(rejected(), e);
      }
      tickets.forget();
      throw KerberosFailure.ofServer(server.authority(), service, e);
    }
  }

  private Optional<byte[]> step(byte[] token) {
    return holder.act(() -> {
      byte @Nullable [] answer = context.initSecContext(token, 0, token.length);
      return Optional.ofNullable(answer);
    });
  }

  /** Verifies mutual authentication: only the requested service can create this token. */
  @Override
  public void accepted(Optional<byte[]> fromServer) {
    try {
      if (fromServer.isPresent() && !context.isEstablished()) {
        step(fromServer.get());
      }
      if (context.isEstablished() && context.getMutualAuthState()) {
        context.dispose();
        return;
      }
    } catch (CompletionException | GSSException e) {
      throw new RefusalException(notProven(), e);
    }
    throw new RefusalException(notProven());
  }

  private Diagnostic notProven() {
    return SignInFindings.notProven(server.authority(), service.name());
  }

  @Override
  public Diagnostic rejected() {
    tickets.forget();
    return SignInFindings.kerberosRejected(server, service.name());
  }
}
