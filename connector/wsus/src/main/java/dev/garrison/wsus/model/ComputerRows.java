package dev.garrison.wsus.model;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.Row;
import dev.garrison.wsus.soap.SoapFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads rows about single computers. */
public final class ComputerRows {
  /** Number of row sets in an answer about computers; the groups are in the last one. */
  private static final int SETS = 3;

  private ComputerRows() {}

  /**
   * Installation state of an update that one computer reported.
   *
   * @param computer the ID under which its client reports, which is not its name
   * @param state {@code UpdateInstallationState}, as in {@link StateCount}
   */
  public record State(String computer, int state) {
    private static State of(Row<Columns.Installation> row) {
      return new State(
          row.text(Columns.Installation.COMPUTER_ID),
          row.number(Columns.Installation.SUMMARIZATION_STATE));
    }
  }

  /**
   * Membership of a computer in a group.
   *
   * @param computer the ID under which its client reports, which is not its name
   */
  public record Membership(String computer, UUID group) {
    private static Membership of(Row<Columns.Membership> row) {
      return new Membership(
          row.text(Columns.Membership.COMPUTER_ID), row.id(Columns.Membership.TARGET_GROUP_ID));
    }
  }

  /** Reads the installation state on each computer. */
  public static List<State> states(ResultXml result) throws IOException {
    return result.rows(Columns.Installation.class, State::of);
  }

  /** Reads the group memberships of each computer. */
  public static List<Membership> memberships(ResultXml result) throws IOException {
    List<Membership> memberships = new ArrayList<>();
    int[] sets = {0};
    result.parts((_, set) -> {
      sets[0]++;
      if (sets[0] == SETS) {
        set.eachRow(Columns.Membership.class, row -> memberships.add(Membership.of(row)));
      }
    });
    if (sets[0] < SETS) {
      throw new SoapFormatException(Text.of("soap.computer-sets", "count", sets[0]));
    }
    return memberships;
  }
}
