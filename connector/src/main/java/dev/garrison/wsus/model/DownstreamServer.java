package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;
import java.util.UUID;

/** A server that synchronises from the one that was asked. */
public record DownstreamServer(
    String name, UUID id, UUID parent, String version, boolean isReplica) {
  public static DownstreamServer of(Row<Columns.Downstream> row) {
    return new DownstreamServer(
        row.text(Columns.Downstream.FULL_DOMAIN_NAME),
        row.id(Columns.Downstream.ACCOUNT_SERVER_ID),
        row.id(Columns.Downstream.PARENT_SERVER_ID),
        row.text(Columns.Downstream.VERSION),
        row.truth(Columns.Downstream.IS_REPLICA));
  }
}
