package dev.garrison.history;

import java.nio.channels.Channel;
import java.util.Optional;

/**
 * Where processes of one user meet, from one side or the other.
 *
 * @param secret what whoever comes has to say first; empty where only this user can come
 */
public record Door<C extends Channel>(C channel, Optional<String> secret) {
  @Override
  public String toString() {
    return "door";
  }
}
