package dev.garrison.lab.wsus.row;

import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import java.time.Instant;

/**
 * An update as it was when the lock was held; written as a row later.
 *
 * @param localId its number on the server
 */
record UpdateRow(
    Revision revision,
    int revisionId,
    int localId,
    Instant arrived,
    String title,
    int state,
    Flags flags) {
  private static final int SOFTWARE = 1;

  /** What is true of it. */
  record Flags(
      boolean deployed,
      boolean declined,
      boolean stale,
      boolean latest,
      boolean supersedes,
      boolean superseded,
      boolean first,
      boolean eulaOpen) {}

  Row row() {
    Behaviour behaviour = revision.behaviour();
    return Row.of(
        Cell.guid(revision.updateId()),
        Cell.number(revision.key().number()),
        Cell.number(revisionId),
        Cell.number(localId),
        Cell.flag(true),
        Cell.flag(true),
        Cell.octet(behaviour.impact()),
        Cell.octet(behaviour.reboot()),
        Cell.flag(false),
        Cell.flag(behaviour.asksUser()),
        Cell.flag(behaviour.uninstalls()),
        Cell.octet(0),
        Cell.octet(0),
        Cell.flag(false),
        Cell.flag(false),
        Cell.number(SOFTWARE),
        Cell.number(revision.expired() ? 1 : 0),
        Cell.time(revision.created()),
        Cell.flag(flags.deployed()),
        Cell.number(state),
        Cell.guid(revision.eula()),
        Cell.flag(flags.eulaOpen()),
        Cell.flag(flags.declined()),
        Cell.flag(flags.stale()),
        Cell.flag(flags.latest()),
        Cell.time(arrived),
        Cell.flag(flags.supersedes()),
        Cell.nil(),
        Cell.octet(revision.severity()),
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
