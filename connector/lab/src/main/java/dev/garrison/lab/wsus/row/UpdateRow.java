package dev.garrison.lab.wsus.row;

import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.lab.wsus.work.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An update as it was while the lock was held; it is written as a row later.
 *
 * @param localId its number on the server
 */
record UpdateRow(
    Revision revision,
    int revisionId,
    int localId,
    Cell created,
    Instant arrived,
    String title,
    int state,
    Flags flags) {
  private static final List<String> SEVERITIES =
      List.of("Unspecified", "Low", "Moderate", "Important", "Critical");

  private static final int EULA = 20;
  private static final int SEVERITY = 28;
  private static final UUID NO_TERMS = new UUID(0, 0);

  /** Columns ReleaseNotes, Description, Title, IsDeployed, and RevisionId, last first. */
  private static final List<Integer> NOT_IN_THE_SPECIFICATION = List.of(31, 30, 29, 18, 2);

  /** Flags of an update. */
  record Flags(
      boolean deployed,
      boolean declined,
      boolean stale,
      boolean latest,
      boolean supersedes,
      boolean superseded,
      boolean first,
      boolean eulaOpen) {}

  /** Row as a server with these deviations shows it. */
  Row row(Quirks quirks) {
    List<Cell> cells = new ArrayList<>(cells());
    if (quirks.is(Variant.NO_EULA_AS_NIL)) {
      cells.set(EULA, Cell.guid(revision.eula()));
    }
    if (quirks.is(Variant.SEVERITY_AS_NUMBER)) {
      cells.set(SEVERITY, Cell.number(revision.severity()));
    }
    if (quirks.is(Variant.UPDATES_OF_33_COLUMNS)) {
      NOT_IN_THE_SPECIFICATION.forEach(column -> cells.remove(column.intValue()));
      cells.add(cells.size() - 1, Cell.time(arrived));
    } else if (quirks.is(Variant.EFFECTIVE_ARRIVAL_TIME)) {
      cells.add(Cell.time(arrived));
    }
    return new Row(cells);
  }

  private List<Cell> cells() {
    Behaviour behaviour = revision.behaviour();
    return List.of(
        Cell.guid(revision.updateId()),
        Cell.number(revision.key().number()),
        Cell.number(revisionId),
        Cell.number(localId),
        Cell.flag(true),
        Cell.flag(true),
        Cell.number(behaviour.impact()),
        Cell.number(behaviour.reboot()),
        Cell.flag(false),
        Cell.flag(behaviour.asksUser()),
        Cell.flag(behaviour.uninstalls()),
        Cell.number(0),
        Cell.number(0),
        Cell.flag(false),
        Cell.flag(false),
        Cell.text("Software"),
        Cell.number(revision.expired() ? 1 : 0),
        created,
        Cell.flag(flags.deployed()),
        Cell.octet(state),
        Cell.guid(revision.eula().orElse(NO_TERMS)),
        Cell.flag(flags.eulaOpen()),
        Cell.flag(flags.declined()),
        Cell.flag(flags.stale()),
        Cell.flag(flags.latest()),
        Cell.time(arrived),
        Cell.flag(flags.supersedes()),
        Cell.nil(),
        Cell.text(SEVERITIES.get(revision.severity())),
        Cell.text(title),
        Cell.text(revision.texts().description()),
        Cell.nil(),
        Cell.flag(!flags.first()),
        Cell.flag(false),
        Cell.flag(flags.superseded()),
        Cell.flag(false),
        Cell.number(0));
  }
}
