package dev.garrison.wsus.approval;

import dev.garrison.wsus.model.Approval;
import java.util.UUID;

/**
 * The server's key of an approval with the revision that it is of, as journals keep it: {@code
 * GUID@200}.
 */
record ApprovalKey(UUID id, int revision) {
  static ApprovalKey of(Approval approval) {
    return new ApprovalKey(approval.id(), approval.update().revisionNumber());
  }

  /**
   * Reads the form that journals keep.
   *
   * @throws IllegalArgumentException if it is another
   */
  static ApprovalKey parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("not the key of an approval: " + text);
    }
    return new ApprovalKey(
        UUID.fromString(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return id + "@" + revision;
  }
}
