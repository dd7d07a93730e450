package dev.garrison.wsus.soap;

/** An answer that is not what the contract says. The message says why in a few words. */
public final class SoapFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SoapFormatException(String reason) {
    super(reason);
  }
}
