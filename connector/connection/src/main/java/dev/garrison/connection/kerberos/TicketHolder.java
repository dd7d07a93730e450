package dev.garrison.connection.kerberos;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;
import sun.security.jgss.GSSCaller;
import sun.security.jgss.GSSManagerImpl;

/**
 * Holder of the tickets with which tokens are created. Java's own Kerberos uses the tickets of a
 * subject. The library of the system (MIT's, through its GSS-API) uses those of the user who runs
 * the program, from any cache that it supports; the JDK's switch for it applies to the complete
 * process, its constructor does not.
 */
final class TicketHolder {
  private static final String SPNEGO = "1.3.6.1.5.5.2";

  private final GSSManager manager;
  private final Optional<Subject> subject;

  private TicketHolder(GSSManager manager, Optional<Subject> subject) {
    this.manager = manager;
    this.subject = subject;
  }

  static TicketHolder of(Subject subject) {
    return new TicketHolder(GSSManager.getInstance(), Optional.of(subject));
  }

  /** Holder of the tickets in the system's library for the user who runs the program. */
  static TicketHolder ofProcess() {
    return new TicketHolder(new GSSManagerImpl(GSSCaller.CALLER_UNKNOWN, true), Optional.empty());
  }

  /**
   * Begins a context with a service through SPNEGO (RFC 4178). The service proves its identity, and
   * tickets are not delegated to it.
   *
   * @throws CompletionException with the failure of JGSS
   */
  public GSSContext begin(ServicePrincipal service) {
    return act(() -> {
      GSSContext context =
          manager.createContext(
              service.gssName(manager), new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
      context.requestMutualAuth(true);
      context.requestCredDeleg(false);
      return context;
    });
  }

  /**
   * Runs an action that needs the tickets.
   *
   * @throws CompletionException with the failure of JGSS
   */
  public <T> T act(Callable<T> action) {
    if (subject.isPresent()) {
      return Subject.callAs(subject.get(), action);
    }
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
