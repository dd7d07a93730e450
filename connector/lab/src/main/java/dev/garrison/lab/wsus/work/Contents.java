package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.state.ContentState;
import dev.garrison.lab.wsus.state.StoredRevision;

/** Downloads the files of approved revisions. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com, Microsoft.UpdateServices.Administration.UpdateState (numbers)",
    says =
        "WSUS: an update without an approval needs no files (3); an approved one is"
            + " not ready (4) until its files are downloaded (5), or the download failed (7)."
            + " The duration is the lab's choice.")
public final class Contents {
  private final ServerState server;
  private boolean failing;

  /** Creates the downloads of a server. */
  public Contents(ServerState server) {
    this.server = server;
  }

  /** Sets whether downloads fail from now on. */
  public void failing(boolean value) {
    failing = value;
  }

  /** Downloads the files of an approved revision. */
  void wanted(RevisionKey key) {
    server.holdings().revision(key).ifPresent(this::fetch);
  }

  private void fetch(StoredRevision stored) {
    if (stored.content() == ContentState.READY || stored.content() == ContentState.NOT_READY) {
      return;
    }
    if (server.settings().contentOnMicrosoftUpdate()) {
      stored.content(ContentState.READY);
      return;
    }
    stored.content(ContentState.NOT_READY);
    boolean fails = failing;
    server
        .timeline()
        .after(
            server.settings().downloadTime(),
            () -> stored.content(fails ? ContentState.FAILED : ContentState.READY));
  }
}
