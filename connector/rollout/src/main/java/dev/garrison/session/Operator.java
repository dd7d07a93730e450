package dev.garrison.session;

/**
 * User and process that run Garrison, for the journal and for the lease's messages.
 *
 * @param user of the operating system
 * @param process the process id
 * @param version of Garrison
 */
public record Operator(String user, String host, long process, String version) {
  @Override
  public String toString() {
    return user + " on " + host + ", process " + process;
  }
}
