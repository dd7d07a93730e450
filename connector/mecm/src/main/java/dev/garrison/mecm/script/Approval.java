package dev.garrison.mecm.script;

import dev.garrison.language.Text;

/**
 * Approval of a script (ApprovalState of SMS_Scripts). Public code reads 0, 1 and 3; any other
 * number is none of these.
 *
 * @param state as the site keeps it
 */
public record Approval(long state) {
  /** The script waits for approval. */
  public static final Approval WAITING = new Approval(0);

  /** Approval was denied. */
  public static final Approval DENIED = new Approval(1);

  /** The script may run. */
  public static final Approval APPROVED = new Approval(3);

  /** The approval in words. */
  public Text words() {
    return switch ((int) Math.min(state, Integer.MAX_VALUE)) {
      case 0 -> Text.of("script-approval.waiting");
      case 1 -> Text.of("script-approval.denied");
      case 3 -> Text.of("script-approval.approved");
      default -> Text.of("script-approval.unknown", "state", String.valueOf(state));
    };
  }
}
