package dev.garrison.lab.wsus.state;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** All approvals of one server. Guarded by the servers' lock. */
public final class Approvals {
  private final Map<UUID, Approval> byId = new LinkedHashMap<>();
  private final Map<UUID, List<Approval>> byUpdate = new HashMap<>();
  private long made;

  /** Creates an id that no other approval of any server has. */
  public UUID freshId(UUID server) {
    made++;
    return UUID.nameUUIDFromBytes((server + "/" + made).getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an approval. */
  public void add(Approval approval) {
    byId.put(approval.id(), approval);
    byUpdate
        .computeIfAbsent(approval.revision().updateId(), id -> new ArrayList<>(2))
        .add(approval);
  }

  /** Removes the approvals of an update that fit, and returns them. */
  public List<Approval> remove(UUID update, Predicate<Approval> which) {
    List<Approval> gone = of(update).stream().filter(which).toList();
    gone.forEach(approval -> byId.remove(approval.id()));
    List<Approval> left = byUpdate.get(update);
    if (left != null) {
      left.removeAll(gone);
    }
    return gone;
  }

  /** Approval by id. */
  public Optional<Approval> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Approvals of an update, of all its revisions. */
  public List<Approval> of(UUID update) {
    return List.copyOf(byUpdate.getOrDefault(update, List.of()));
  }

  /** Approvals of a revision. */
  public List<Approval> of(RevisionKey revision) {
    return of(revision.updateId()).stream()
        .filter(approval -> approval.revision().equals(revision))
        .toList();
  }

  /** Whether a revision is approved for install or uninstall. */
  public boolean isDeployed(RevisionKey revision) {
    return of(revision).stream()
        .anyMatch(approval ->
            approval.action() == Approval.INSTALL || approval.action() == Approval.UNINSTALL);
  }
}
