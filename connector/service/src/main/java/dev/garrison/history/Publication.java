package dev.garrison.history;

import java.util.Optional;

/**
 * Address at which the process that has the history open accepts other processes of this user.
 *
 * @param port of the loopback address; 0: by the socket in the folder
 * @param serves whether that process runs jobs at their times
 * @param secret with a port, the first message of the connecting process
 */
record Publication(int port, boolean serves, Optional<String> secret) {
  @Override
  public String toString() {
    return "port " + port;
  }
}
