package dev.garrison.connection.kerberos;

import com.sun.security.jgss.ExtendedGSSContext;
import com.sun.security.jgss.InquireType;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.diagnostic.RefusalException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;

/**
 * A security context with one service, by SPNEGO (RFC 4178) with Kerberos alone, for a protocol
 * that protects itself with the key agreed on. The service proves itself; tickets are never handed
 * on to it.
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
   * Begins one.
   *
   * @param server its name, for messages
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
   * The token to send next, or empty when no more is needed.
   *
   * @param fromServer what the server sent; the first time, what it says of itself
   * @throws RefusalException when the domain gives no ticket, or the server does not prove itself
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

  /** Whether both sides have proven themselves. */
  public boolean established() {
    return context.isEstablished() && context.getMutualAuthState();
  }

  /**
   * The key that both sides know now, as long as its encryption type makes it.
   *
   * @throws RefusalException when the server has not proven itself
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
        "%s answered without proving that it is %s.".formatted(server, service),
        "Somebody may stand in between. Check the address and that server.",
        cause);
  }
}
