package dev.garrison.lab.wsus.soap;

/** A request that does not fit the contract. A real server would take a default without a word. */
public final class ContractViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A violation in words. */
  public ContractViolation(String message) {
    super(message, null, false, false);
  }

  /** What is wrong. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
