package dev.garrison.runscript;

/**
 * A server on which the test is to run.
 *
 * @param id ResourceID
 * @param domain as the site names it, in NetBIOS form; empty where it does not
 * @param standing status of its sensor, in words
 * @param active whether there was a recent heartbeat
 */
public record TestServer(
    long id, String name, String domain, String ring, String standing, boolean active) {
  /** The name with the domain before it, as Windows writes it. */
  public String qualified() {
    return domain.isEmpty() ? name : domain + "\\" + name;
  }
}
