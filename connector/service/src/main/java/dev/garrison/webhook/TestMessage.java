package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Manifest;
import dev.garrison.notice.NoticeCode;
import java.time.Instant;
import java.util.List;

/** What came of a test message to one webhook. */
public record TestMessage(String webhook, DeliveryResult posted) {
  /**
   * Posts one to each of a manifest.
   *
   * @throws RefusalException where it has none
   */
  public static List<TestMessage> of(Manifest manifest, WebhookPost post, Instant now) {
    if (manifest.notifications().isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              NoticeCode.NO_WEBHOOKS,
              "The manifest has no webhooks.",
              "Add 'notifications'; docs/manifest.md has an example."));
    }
    NoticeText text = new NoticeText(manifest.name(), manifest.site().code());
    return manifest.notifications().stream()
        .map(webhook ->
            new TestMessage(webhook.name(), post.post(webhook, text.ofTest(webhook, now))))
        .toList();
  }

  /** Whether it arrived. */
  public boolean arrived() {
    return posted instanceof DeliveryResult.Taken;
  }
}
