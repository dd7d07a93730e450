package dev.garrison.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of posting a message, in words without a secret. */
public sealed interface DeliveryResult {
  /** In a few words. */
  String words();

  /** The receiver has it. */
  record Taken(String words) implements DeliveryResult {}

  /** The receiver is there, and wants this message not. */
  record Refused(String words) implements DeliveryResult {}

  /**
   * Nothing can be posted there now.
   *
   * @param after how long the receiver asks to wait
   */
  record Failed(String words, Optional<Duration> after) implements DeliveryResult {}
}
