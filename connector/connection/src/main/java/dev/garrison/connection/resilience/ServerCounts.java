package dev.garrison.connection.resilience;

/**
 * What was asked of one server so far.
 *
 * @param server its name, with the port where that is not the usual one
 * @param requests all that were sent or tried, repeated ones too; signing in is not counted
 * @param repeated those that came after a failure of the same request
 * @param instead those that came because another server of the site failed
 * @param waits how often a request had to wait for a free place, nearly
 * @param setAside how often the server was set aside after failures in a row
 */
public record ServerCounts(
    String server, long requests, long repeated, long instead, long waits, long setAside) {
  /** Whether something happened that a person may want to know. */
  public boolean isRemarkable() {
    return repeated > 0 || instead > 0 || setAside > 0;
  }
}
