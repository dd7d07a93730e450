package dev.garrison.wsus.updateserver;

import dev.garrison.xml.XmlElement;
import dev.garrison.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/**
 * Filter of an update search, sent as an XML document in a text. It always has all the attributes
 * that Microsoft's library writes, in its order, because the effect of a missing attribute is not
 * published.
 *
 * @param product only updates of this category; empty: all
 * @param approval only updates in these states of approval
 * @param publication {@code PublicationState}
 */
public record UpdateScope(Optional<UUID> product, Approvals approval, int publication) {
  private static final String ANY = "-1";
  private static final String NONE = "0";

  /** Earliest time that SQL Server accepts; the constant after it is the latest. */
  private static final String BEGINNING = "01-01-1753 00:00:00.000";

  private static final String END = "12-31-9999 23:59:59.997";
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

  /** Declined updates. */
  public static final UpdateScope DECLINED =
      new UpdateScope(Optional.empty(), Approvals.DECLINED, ANY_PUBLICATION);

  /** Updates that their publisher withdrew and that are not declined. */
  public static final UpdateScope EXPIRED =
      new UpdateScope(Optional.empty(), Approvals.NOT_DECLINED, EXPIRED_ONLY);

  /** Updates of one product, in any state. */
  public static UpdateScope of(UUID product) {
    return new UpdateScope(Optional.of(product), Approvals.ANY, ANY_PUBLICATION);
  }

  String document() {
    XmlElement from =
        XmlElement.of("", "UpdateScope")
            .with("ApprovedStates", approval.flags)
            .with("UpdateTypes", ANY)
            .with("FromArrivalDate", BEGINNING)
            .with("ToArrivalDate", END);
    XmlElement scope =
        product
            .map(id -> from.with("Categories", "<root><CategoryID>" + id + "</CategoryID></root>"))
            .orElse(from);
    return XmlWriter.document(
        scope
            .with("IncludedInstallationStates", ANY)
            .with("ExcludedInstallationStates", NONE)
            .with("IsWsusInfrastructureUpdate", NONE)
            .with("FromCreationDate", BEGINNING)
            .with("ToCreationDate", END)
            .with("UpdateApprovalActions", ANY)
            .with("UpdateSources", ANY)
            .with("ExcludeOptionalUpdates", NONE));
  }
}
