package dev.garrison.lab.wsus;

/**
 * A request that an update server received.
 *
 * @param operation its name; empty if none could be found
 * @param write whether it requested a change, or an operation that the simulated server does not
 *     carry out
 * @param body as text
 * @param outcome its outcome
 */
public record ServedCall(String operation, boolean write, String body, Outcome outcome) {
  /** Outcome of a call, whether or not the answer arrived. */
  public enum Outcome {
    /** Carried out. */
    DONE,
    /** The server said no. */
    FAULT,
    /** It did not fit the contract. */
    VIOLATION,
    /** The contract has the operation, the stand-in does not. */
    NOT_CARRIED_OUT
  }
}
