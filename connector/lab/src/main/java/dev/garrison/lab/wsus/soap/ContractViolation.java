package dev.garrison.lab.wsus.soap;

/** Signals a request that does not fit the contract. A real server would silently use a default. */
public final class ContractViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a violation with a message. */
  public ContractViolation(String message) {
    super(message, null, false, false);
  }

  /** Description of the violation. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
