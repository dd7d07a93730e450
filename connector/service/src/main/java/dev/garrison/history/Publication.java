package dev.garrison.history;

import java.util.Optional;

/**
 * How other processes of this user ask the one that has the history open.
 *
 * @param port of the loopback address; 0: by the socket in the folder
 * @param serves whether that process runs jobs at their times
 * @param secret with a port, what whoever comes has to say first
 */
record Publication(int port, boolean serves, Optional<String> secret) {
  @Override
  public String toString() {
    return "port " + port;
  }
}
