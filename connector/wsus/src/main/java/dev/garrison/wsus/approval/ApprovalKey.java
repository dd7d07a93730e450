package dev.garrison.wsus.approval;

import dev.garrison.wsus.model.Approval;
import java.util.UUID;

/** Key of an approval on its server, with the revision, as journals store it: {@code GUID@200}. */
record ApprovalKey(UUID id, int revision) {
  static ApprovalKey of(Approval approval) {
    return new ApprovalKey(approval.id(), approval.update().revisionNumber());
  }

  /**
   * Parses the form that journals store.
   *
   * @throws IllegalArgumentException if the text has another form
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
