package dev.garrison.wsus.approval;

import dev.garrison.engine.resource.Address;
import java.util.Optional;

/** What earlier runs did, by their journals. */
@FunctionalInterface
public interface ApprovalHistory {
  /** What was done to one approval. */
  Past of(Address address);

  /**
   * What was done to one approval since Garrison last took it back itself.
   *
   * @param approvals how often it was approved and seen afterwards
   * @param key the server's key of the last one
   */
  record Past(int approvals, Optional<String> key) {
    /** It was never approved. */
    public static final Past NOTHING = new Past(0, Optional.empty());

    /** Approved once more. */
    public Past and(String newKey) {
      return new Past(approvals + 1, Optional.of(newKey));
    }
  }
}
