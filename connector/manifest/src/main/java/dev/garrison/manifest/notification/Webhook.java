package dev.garrison.manifest.notification;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.TrustAnchor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Webhook to which messages are posted.
 *
 * @param name the name under which the history keeps it
 * @param secret the secret for signing messages; absent: no signature is sent
 * @param trust anchors, one of which its certificate must match
 * @param on the kinds of notification that it receives
 */
public record Webhook(
    String name,
    Address address,
    Optional<SecretReference> secret,
    List<TrustAnchor> trust,
    Set<NoticeKind> on,
    Format format) {
  public Webhook {
    trust = List.copyOf(trust);
    on = Set.copyOf(on);
  }

  /** Whether the webhook is notified when a condition of this kind ends. */
  public boolean hearsTheEndOf(NoticeKind kind) {
    return on.contains(kind) && on.contains(NoticeKind.RECOVERY);
  }

  /** Address of a webhook. */
  public sealed interface Address {
    /** Address written in the manifest: no part of it is secret. */
    record Written(URI uri) implements Address {}

    /** Address kept like a password, because everyone who knows it may post there. */
    record Kept(SecretReference reference) implements Address {}
  }

  /** Format of a message. */
  public enum Format implements Worded {
    JSON,
    TEAMS
  }
}
