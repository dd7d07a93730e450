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
    /** Refused by the server. */
    FAULT,
    /** Not according to the contract. */
    VIOLATION,
    /** Part of the contract, but not of the simulated server. */
    NOT_CARRIED_OUT
  }
}
