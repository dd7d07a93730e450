package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.Row;
import dev.garrison.wsus.soap.SoapFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * That a computer is in a group.
 *
 * @param computer the id under which its client reports, which is not its name
 */
public record ComputerGroup(String computer, UUID group) {
  /** An answer about computers has three sets of rows; their groups are in the last. */
  private static final int SETS = 3;

  private static ComputerGroup of(Row<Columns.Membership> row) {
    return new ComputerGroup(
        row.text(Columns.Membership.COMPUTER_ID), row.id(Columns.Membership.TARGET_GROUP_ID));
  }

  /** Reads the sets of rows about computers. */
  public static List<ComputerGroup> of(ResultXml result) throws IOException {
    List<ComputerGroup> memberships = new ArrayList<>();
    int[] sets = {0};
    result.parts((_, set) -> {
      sets[0]++;
      if (sets[0] == SETS) {
        set.eachRow(Columns.Membership.class, row -> memberships.add(of(row)));
      }
    });
    if (sets[0] < SETS) {
      throw new SoapFormatException("%d sets of rows about computers, not 3".formatted(sets[0]));
    }
    return memberships;
  }
}
