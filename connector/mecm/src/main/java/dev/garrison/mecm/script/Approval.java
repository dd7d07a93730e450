package dev.garrison.mecm.script;

/**
 * Whether a script may run (ApprovalState of SMS_Scripts). Public code reads 0, 1 and 3; any other
 * number is none of these.
 *
 * @param state as the site keeps it
 */
public record Approval(long state) {
  /** It waits for a person. */
  public static final Approval WAITING = new Approval(0);

  /** A person said no. */
  public static final Approval DENIED = new Approval(1);

  /** It may run. */
  public static final Approval APPROVED = new Approval(3);

  /** In words. */
  public String words() {
    return switch ((int) Math.min(state, Integer.MAX_VALUE)) {
      case 0 -> "waits for approval";
      case 1 -> "denied";
      case 3 -> "approved";
      default -> "unknown(" + state + ")";
    };
  }
}
