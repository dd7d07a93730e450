package dev.garrison.connection.resilience;

/**
 * Counts of the requests to one server.
 *
 * @param server its name, with the port if that is not the default one
 * @param requests all requests sent or tried, including repeated ones; signing in is not counted
 * @param repeated requests after a failure of the same request
 * @param instead requests because another server of the site failed
 * @param waits approximate number of times that a request waited for a free place
 * @param setAside number of times that the server was set aside after failures in a row
 */
public record ServerCounts(
    String server, long requests, long repeated, long instead, long waits, long setAside) {
  /** Whether the counts contain an event that an operator may want to know. */
  public boolean isRemarkable() {
    return repeated > 0 || instead > 0 || setAside > 0;
  }
}
