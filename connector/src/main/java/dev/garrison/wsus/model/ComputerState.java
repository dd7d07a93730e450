package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Row;

/**
 * What one computer reported of an update.
 *
 * @param computer the id under which its client reports, which is not its name
 * @param state {@code UpdateInstallationState}, as in {@link StateCount}
 */
public record ComputerState(String computer, int state) {
  public static ComputerState of(Row<Columns.Installation> row) {
    return new ComputerState(
        row.text(Columns.Installation.COMPUTER_ID),
        row.number(Columns.Installation.SUMMARIZATION_STATE));
  }
}
