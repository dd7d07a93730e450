package dev.garrison.manifest.notification;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.TrustAnchor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where messages are posted to.
 *
 * @param name by which the history knows it
 * @param secret for the signature; absent: none is sent
 * @param trust what its certificate must match, one of these
 * @param on what it is told
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

  /** Whether it is told that something of this kind is over. */
  public boolean hearsTheEndOf(NoticeKind kind) {
    return on.contains(kind) && on.contains(NoticeKind.RECOVERY);
  }

  /** Where it is. */
  public sealed interface Address {
    /** Written in the manifest: nothing in it is secret. */
    record Written(URI uri) implements Address {}

    /** Kept like a password, because whoever knows it may post there. */
    record Kept(SecretReference reference) implements Address {}
  }

  /** What a message looks like. */
  public enum Format implements Worded {
    JSON,
    TEAMS
  }
}
