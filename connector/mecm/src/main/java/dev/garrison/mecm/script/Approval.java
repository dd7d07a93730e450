package dev.garrison.mecm.script;

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
  public String words() {
    return switch ((int) Math.min(state, Integer.MAX_VALUE)) {
      case 0 -> "waits for approval";
      case 1 -> "denied";
      case 3 -> "approved";
      default -> "unknown(" + state + ")";
    };
  }
}
