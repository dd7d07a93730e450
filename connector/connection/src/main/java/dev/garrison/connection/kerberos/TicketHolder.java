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
 * In whose name tokens are made. Java's own Kerberos takes the tickets of a subject. The library of
 * the system (MIT's, by its GSS-API) takes those of the user who runs the program, from any cache
 * that it knows; the JDK's switch for it is meant for a whole process, its constructor is not.
 */
public final class TicketHolder {
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

  /** The user who runs the program, as the system's own library knows him. */
  static TicketHolder ofProcess() {
    return new TicketHolder(new GSSManagerImpl(GSSCaller.CALLER_UNKNOWN, true), Optional.empty());
  }

  /**
   * A context with a service, by SPNEGO (RFC 4178), in which the service proves itself and gets no
   * ticket of ours.
   *
   * @throws CompletionException with what JGSS says
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
   * Does what needs the tickets.
   *
   * @throws CompletionException with what JGSS says
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
