package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;
import java.util.UUID;

/**
 * How many computers of a group an update is in one state on.
 *
 * @param state {@code UpdateInstallationState}: 0 unknown, 1 not applicable, 2 not installed, 3
 *     downloaded, 4 installed, 5 failed, 6 installed and a restart is due
 */
public record StateCount(UUID group, int state, int count) {
  public static StateCount of(Row<Columns.Count> row) {
    return new StateCount(
        row.id(Columns.Count.TARGET_GROUP_ID),
        row.number(Columns.Count.SUMMARIZATION_STATE),
        row.number(Columns.Count.COUNT));
  }
}
