package dev.garrison.connection.kerberos;

/**
 * Tickets of the user who runs the program, from any cache that the system's library supports. The
 * content of the cache shows with the first token. Such a context does not give its key to Java, so
 * a protocol that protects itself with the key, as SMB does, cannot use it.
 */
public final class SystemTickets implements TicketSource {
  @Override
  public TicketHolder holder() {
    return TicketHolder.ofProcess();
  }

  /** Does nothing, because the library reads the cache for each context. */
  @Override
  public void forget() {}
}
