package dev.garrison.connection.kerberos;

import com.sun.security.jgss.ExtendedGSSContext;
import com.sun.security.jgss.InquireType;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos security context with one service, through SPNEGO (RFC 4178). It is for a protocol that
 * protects itself with the negotiated key. The service proves its identity; tickets are never
 * delegated to it.
 */
public final class KerberosContext {
  private final KerberosLogin login;
  private final TicketHolder holder;
  private final GSSContext context;
  private final ServicePrincipal service;
  private final String server;
  private boolean begun;

  private KerberosContext(
      KerberosLogin login,
      TicketHolder holder,
      GSSContext context,
      ServicePrincipal service,
      String server) {
    this.login = login;
    this.holder = holder;
    this.context = context;
    this.service = service;
    this.server = server;
  }

  /**
   * Begins a context.
   *
   * @param server name of the server, for messages
   * @throws RefusalException when there is no ticket
   */
  public static KerberosContext begin(
      KerberosLogin login, ServicePrincipal service, String server) {
    TicketHolder holder = login.holder();
    try {
      return new KerberosContext(login, holder, holder.begin(service), service, server);
    } catch (CompletionException e) {
      throw KerberosFailure.ofServer(server, service, e);
    }
  }

  /**
   * The token to send next; empty when no more is needed.
   *
   * @param fromServer token of the server; the first time, its initial token
   * @throws RefusalException when the domain issues no ticket, or the server does not prove its
   *     identity
   */
  public Optional<byte[]> next(byte[] fromServer) {
    try {
      return holder.act(() -> {
        byte @Nullable [] token = context.initSecContext(fromServer, 0, fromServer.length);
        return Optional.ofNullable(token);
      });
    } catch (CompletionException e) {
      if (begun) {
        throw notProven(e);
      }
      login.forget();
      throw KerberosFailure.ofServer(server, service, e);
    } finally {
      begun = true;
    }
  }

  /** Whether both sides have proven their identity. */
  public boolean established() {
    return context.isEstablished() && context.getMutualAuthState();
  }

  /**
   * The session key, with the length of its encryption type.
   *
   * @throws RefusalException when the server has not proven its identity
   */
  public byte[] sessionKey() {
    try {
      if (established()
          && context instanceof ExtendedGSSContext known
          && known.inquireSecContext(InquireType.KRB5_GET_SESSION_KEY_EX) instanceof Key key) {
        return Arrays.copyOf(key.getEncoded(), key.getEncoded().length);
      }
    } catch (GSSException e) {
      throw notProven(e);
    }
    throw notProven(null);
  }

  private RefusalException notProven(@Nullable Exception cause) {
    return KerberosFailure.refusal(
        SignInCode.SERVER_NOT_PROVEN,
        Message.of("kerberos.not-proven", "server", server, "service", service),
        cause);
  }
}
