package dev.garrison.connection.kerberos;

/** Where tickets come from. Safe for use by several threads. */
public interface TicketSource {
  /**
   * Whoever has a valid ticket of the domain.
   *
   * @throws dev.garrison.diagnostic.RefusalException if that is known to be nobody
   */
  TicketHolder holder();

  /** Forgets the tickets, so that the next sign-in begins anew. */
  void forget();
}
