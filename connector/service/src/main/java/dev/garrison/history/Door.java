package dev.garrison.history;

import java.nio.channels.Channel;
import java.util.Optional;

/**
 * One end of a connection between two processes of the same user.
 *
 * @param secret the first message of the connecting process; empty where only this user can connect
 */
public record Door<C extends Channel>(C channel, Optional<String> secret) {
  @Override
  public String toString() {
    return "door";
  }
}
