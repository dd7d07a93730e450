package dev.garrison.connection.kerberos;

/** Source of Kerberos tickets. Safe for use by several threads. */
public interface TicketSource {
  /**
   * Returns the holder of a valid ticket of the domain.
   *
   * @throws dev.garrison.diagnostic.RefusalException if it is known that there is none
   */
  TicketHolder holder();

  /** Forgets the tickets, so that the next sign-in gets new ones. */
  void forget();
}
