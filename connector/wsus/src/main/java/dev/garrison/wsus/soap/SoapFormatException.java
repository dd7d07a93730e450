package dev.garrison.wsus.soap;

/** Failure of an answer that does not match the contract. The message says why in a few words. */
public final class SoapFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SoapFormatException(String reason) {
    super(reason);
  }
}
