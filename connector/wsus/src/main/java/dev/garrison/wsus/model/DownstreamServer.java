package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;
import java.util.UUID;

/**
 * Server that synchronizes from the queried server, directly or through another one below it.
 *
 * @param parent ID of the server from which it synchronizes
 */
public record DownstreamServer(
    String name, UUID id, UUID parent, String version, boolean isReplica) {
  private static final UUID NOBODY = new UUID(0, 0);

  /**
   * Reads a row. The row of a direct downstream server has zeros or nothing as its parent.
   *
   * @param asked ID of the queried server
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
