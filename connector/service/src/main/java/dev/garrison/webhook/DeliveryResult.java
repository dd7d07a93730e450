package dev.garrison.webhook;

import java.time.Duration;
import java.util.Optional;

/** Result of posting a message, in words without a secret. */
public sealed interface DeliveryResult {
  /** The result in a few words. */
  String words();

  /** The receiver accepted the message. */
  record Taken(String words) implements DeliveryResult {}

  /** The receiver answered, and does not accept this message. */
  record Refused(String words) implements DeliveryResult {}

  /**
   * The receiver cannot accept messages now.
   *
   * @param after the wait that the receiver requests
   */
  record Failed(String words, Optional<Duration> after) implements DeliveryResult {}
}
