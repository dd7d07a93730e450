package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;
import java.util.UUID;

/**
 * Number of computers in a group with one installation state of an update.
 *
 * @param state {@code UpdateInstallationState}: 0 unknown, 1 not applicable, 2 not installed, 3
 *     downloaded, 4 installed, 5 failed, 6 installed and a restart is pending
 */
public record StateCount(UUID group, int state, int count) {
  public static StateCount of(Row<Columns.Count> row) {
    return new StateCount(
        row.id(Columns.Count.TARGET_GROUP_ID),
        row.number(Columns.Count.SUMMARIZATION_STATE),
        row.number(Columns.Count.COUNT));
  }
}
