package dev.garrison.lab.wsus.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An update as one server stores it, with its revisions. Guarded by the servers' lock. */
public final class StoredUpdate {
  private final UUID id;
  private final int localId;
  private final List<StoredRevision> revisions = new ArrayList<>();
  private boolean declined;

  StoredUpdate(UUID id, int localId) {
    this.id = id;
    this.localId = localId;
  }

  void add(StoredRevision revision) {
    revisions.add(revision);
    revisions.sort(
        (a, b) -> Integer.compare(a.revision().key().number(), b.revision().key().number()));
  }

  /** Id of the update. */
  public UUID id() {
    return id;
  }

  /** Number of the update on this server. */
  public int localId() {
    return localId;
  }

  /** All its revisions on this server, oldest first. */
  public List<StoredRevision> revisions() {
    return List.copyOf(revisions);
  }

  /** Newest revision. */
  public StoredRevision latest() {
    return revisions.getLast();
  }

  /** Revision with this number. */
  public Optional<StoredRevision> revision(int number) {
    return revisions.stream()
        .filter(stored -> stored.revision().key().number() == number)
        .findFirst();
  }

  /** Whether it was declined. */
  public boolean declined() {
    return declined;
  }

  /** Declines it, or cancels the decline. */
  public void declined(boolean value) {
    declined = value;
  }
}
