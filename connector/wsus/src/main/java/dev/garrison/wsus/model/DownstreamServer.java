package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;
import java.util.UUID;

/**
 * A server that synchronises from the one that was asked, or from another one below it.
 *
 * @param parent the id of the one that it synchronises from
 */
public record DownstreamServer(
    String name, UUID id, UUID parent, String version, boolean isReplica) {
  private static final UUID NOBODY = new UUID(0, 0);

  /**
   * From a row. The server that was asked is named as a parent by zeros or not at all.
   *
   * @param asked its id
   * @see <a
   *     href="https://learn.microsoft.com/previous-versions/aa351869(v=vs.85)">ParentServerId</a>
   */
  public static DownstreamServer of(Row<Columns.Downstream> row, UUID asked) {
    return new DownstreamServer(
        row.text(Columns.Downstream.FULL_DOMAIN_NAME),
        row.id(Columns.Downstream.ACCOUNT_SERVER_ID),
        row.optionalId(Columns.Downstream.PARENT_SERVER_ID)
            .filter(id -> !id.equals(NOBODY))
            .orElse(asked),
        row.text(Columns.Downstream.VERSION),
        row.truth(Columns.Downstream.IS_REPLICA));
  }
}
