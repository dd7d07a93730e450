package dev.garrison.session;

/**
 * Who runs Garrison, for the journal and for whoever finds the lease taken.
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
