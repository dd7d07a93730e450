package dev.garrison.connection.resilience;

import dev.garrison.language.Text;

/** Health of a server according to the end of an exchange. */
public sealed interface Health {
  /** The server works, with any answer. */
  record Answers() implements Health {}

  /**
   * The server does not work.
   *
   * @param why in a few words
   */
  record Fails(Text why) implements Health {}

  /**
   * The exchange shows nothing about the server, for example after a failure of Garrison itself.
   */
  record Unknown() implements Health {}
}
