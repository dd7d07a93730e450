package dev.garrison.lab.wsus.row;

import dev.garrison.lab.wsus.catalogue.Behaviour;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import java.time.Instant;
import java.util.List;

/**
 * An update as it was when the lock was held; written as a row later.
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
        Cell.guid(revision.eula()),
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
