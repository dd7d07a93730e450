package dev.garrison.wsus.approval;

import dev.garrison.engine.resource.Address;
import java.util.Optional;

/** History of approvals, read from the journals of earlier runs. */
@FunctionalInterface
public interface ApprovalHistory {
  /** Returns the history of one approval. */
  Past of(Address address);

  /**
   * History of one approval since Garrison last removed it.
   *
   * @param approvals number of times it was approved and seen afterwards
   * @param key the server's key of the last one
   */
  record Past(int approvals, Optional<String> key) {
    /** History of an approval that was never made. */
    public static final Past NOTHING = new Past(0, Optional.empty());

    /** Adds one more approval with the server's key. */
    public Past and(String newKey) {
      return new Past(approvals + 1, Optional.of(newKey));
    }
  }
}
