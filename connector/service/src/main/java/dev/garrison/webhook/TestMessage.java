package dev.garrison.webhook;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.notice.NoticeCode;
import java.time.Instant;
import java.util.List;

/** Result of a test message to one webhook. */
public record TestMessage(String webhook, DeliveryResult posted) {
  /**
   * Posts a test message to each webhook of a manifest.
   *
   * @throws RefusalException where it has no webhooks
   */
  public static List<TestMessage> of(Manifest manifest, WebhookPost post, Instant now) {
    if (manifest.notifications().isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(NoticeCode.NO_WEBHOOKS, Message.of("webhook.none")));
    }
    NoticeText text = new NoticeText(manifest.name(), manifest.site().code());
    return manifest.notifications().stream()
        .map(webhook ->
            new TestMessage(webhook.name(), post.post(webhook, text.ofTest(webhook, now))))
        .toList();
  }

  /** Whether the message was accepted. */
  public boolean arrived() {
    return posted instanceof DeliveryResult.Taken;
  }
}
