package dev.garrison.job;

import dev.garrison.language.Text;
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
    return Text.of(
            key(),
            "who",
            who,
            "run",
            String.valueOf(run),
            "change",
            change.orElse(""),
            "comment",
            comment.orElse(""))
        .toString();
  }

  private String key() {
    if (change.isPresent()) {
      return comment.isPresent()
          ? "job-origin.approved-change-comment"
          : "job-origin.approved-change";
    }
    return comment.isPresent() ? "job-origin.approved-comment" : "job-origin.approved";
  }
}
