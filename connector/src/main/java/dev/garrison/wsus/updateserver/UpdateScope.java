package dev.garrison.wsus.updateserver;

import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/**
 * Which updates a search means: a document that travels as text. The attributes are those that
 * Microsoft's library writes; what is left out is not asked for.
 *
 * @param product only updates of this category; empty: all
 * @param approval only updates in these states of approval
 * @param publication {@code PublicationState}
 */
public record UpdateScope(Optional<UUID> product, Approvals approval, int publication) {
  private static final int EXPIRED_ONLY = 1;
  private static final int ANY_PUBLICATION = 2147483647;

  /** States of approval ({@code ApprovedStates}, a sum of flags). */
  public enum Approvals {
    ANY("-1"),
    DECLINED("8"),
    NOT_DECLINED("7");

    private final String flags;

    Approvals(String flags) {
      this.flags = flags;
    }
  }

  /** Every update of the server. */
  public static final UpdateScope ALL =
      new UpdateScope(Optional.empty(), Approvals.ANY, ANY_PUBLICATION);

  /** Updates that somebody declined. */
  public static final UpdateScope DECLINED =
      new UpdateScope(Optional.empty(), Approvals.DECLINED, ANY_PUBLICATION);

  /** Updates that their publisher withdrew and nobody declined. */
  public static final UpdateScope EXPIRED =
      new UpdateScope(Optional.empty(), Approvals.NOT_DECLINED, EXPIRED_ONLY);

  /** The updates of one product, in any state. */
  public static UpdateScope of(UUID product) {
    return new UpdateScope(Optional.of(product), Approvals.ANY, ANY_PUBLICATION);
  }

  String document() {
    XmlElement scope = XmlElement.of("", "UpdateScope").with("ApprovedStates", approval.flags);
    return XmlWriter.document(
        product
            .map(id -> scope.with("Categories", "<root><CategoryID>" + id + "</CategoryID></root>"))
            .orElse(scope));
  }
}
