package dev.garrison.lab.wsus;

/**
 * A request that reached an update server.
 *
 * @param operation its name; empty where none could be found
 * @param write whether it asked for a change, or for what the stand-in does not carry out
 * @param body as text
 * @param outcome how it went
 */
public record ServedCall(String operation, boolean write, String body, Outcome outcome) {
  /** How a call went, whether or not the answer arrived. */
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
