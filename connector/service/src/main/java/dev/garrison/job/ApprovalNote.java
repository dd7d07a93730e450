package dev.garrison.job;

import java.util.Optional;

/**
 * Note of the approver of a plan; it is recorded with the approval.
 *
 * @param change number of the change
 */
public record ApprovalNote(Optional<String> change, Optional<String> comment) {
  /** Note of an approver who gave none. */
  public static final ApprovalNote NONE = new ApprovalNote(Optional.empty(), Optional.empty());

  /** Describes the approval for the journal: first what the approver cannot choose. */
  public String occasion(String who, long run) {
    return "approved by %s, run %d".formatted(who, run)
        + change.map(number -> ", change " + number).orElse("")
        + comment.map(words -> ": " + words).orElse("");
  }
}
