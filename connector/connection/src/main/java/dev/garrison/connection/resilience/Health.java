package dev.garrison.connection.resilience;

/** What the end of an exchange says of its server. */
public sealed interface Health {
  /** It works, whatever it answered. */
  record Answers() implements Health {}

  /**
   * It does not work.
   *
   * @param why in a few words
   */
  record Fails(String why) implements Health {}

  /** Nothing is known by it, such as after a failure of our own. */
  record Unknown() implements Health {}
}
