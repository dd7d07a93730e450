package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.Contents;
import dev.garrison.lab.wsus.work.Reporting;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Synchronisation;

/** The state of one server, and the components that work on it. */
public record Workings(
    ServerState state,
    Contents contents,
    Approving approving,
    Synchronisation synchronisation,
    Reporting reporting) {
  /** Creates the components that a server needs. */
  public static Workings of(ServerState state, Feed feed) {
    Contents contents = new Contents(state);
    Approving approving = new Approving(state, contents);
    return new Workings(
        state,
        contents,
        approving,
        new Synchronisation(state, feed, approving),
        new Reporting(state));
  }
}
