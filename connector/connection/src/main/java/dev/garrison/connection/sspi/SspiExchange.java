package dev.garrison.connection.sspi;

import dev.garrison.connection.signin.ContactedServer;
import dev.garrison.connection.signin.SignInCode;
import dev.garrison.connection.signin.SignInFindings;
import dev.garrison.connection.signin.TokenExchange;
import dev.garrison.connection.sspi.SecurityContext.Step;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sign-in with one server over one connection. */
final class SspiExchange implements TokenExchange {
  private static final byte[] NOTHING = new byte[0];

  private final SecurityContext context;
  private final SecurityPackage securityPackage;
  private final ContactedServer server;
  private final String service;
  private @Nullable Step last;
  private int sent;

  SspiExchange(
      SecurityContext context,
      SecurityPackage securityPackage,
      ContactedServer server,
      String service) {
    this.context = context;
    this.securityPackage = securityPackage;
    this.server = server;
    this.service = service;
  }

  @Override
  public byte[] next(Optional<byte[]> fromServer) {
    Step step = context.next(fromServer.orElse(NOTHING));
    last = step;
    boolean usable = step.isComplete() || step.continues();
    boolean senseless =
        step.status() == SecurityStatus.INVALID_TOKEN || (usable && step.token().length == 0);
    if (fromServer.isPresent() && senseless) {
      throw new RefusalException(rejected());
    }
    if (!usable) {
      throw new RefusalException(
          SecurityStatus.problem(step.status(), securityPackage, server, service));
    }
    sent++;
    return step.token();
  }

  /**
   * Verifies mutual authentication. What took two tokens of the client may be NTLM, which proves
   * only the client's identity: there TLS proves the server's.
   */
  @Override
  public void accepted(Optional<byte[]> fromServer) {
    if (securityPackage == SecurityPackage.NEGOTIATE && sent > 1) {
      return;
    }
    if (last != null && last.continues() && fromServer.isPresent()) {
      last = context.next(fromServer.get());
    }
    if (last == null || !last.isComplete() || !last.isMutual()) {
      throw new RefusalException(SignInFindings.notProven(server.authority(), service));
    }
  }

  @Override
  public Diagnostic rejected() {
    return switch (securityPackage) {
      case KERBEROS -> SignInFindings.kerberosRejected(server, service);
      case NEGOTIATE ->
          Diagnostic.error(
              SignInCode.SIGN_IN_REJECTED,
              Message.of(
                  server.channelBinding().isPresent()
                      ? "sspi.negotiate-bound-rejected"
                      : "sspi.negotiate-rejected",
                  "server",
                  server.authority(),
                  "service",
                  service));
    };
  }

  @Override
  public void close() {
    context.close();
  }
}
