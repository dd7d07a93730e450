package dev.garrison.connection.kerberos;

/**
 * The tickets of the user who runs the program, in whatever cache the system's own library knows.
 * What lies there shows with the first token. Such a context gives no key away, so a protocol that
 * protects itself with one, as SMB does, cannot use it.
 */
public final class SystemTickets implements TicketSource {
  @Override
  public TicketHolder holder() {
    return TicketHolder.ofProcess();
  }

  /** The library looks into the cache for each context. */
  @Override
  public void forget() {}
}
