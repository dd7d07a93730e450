package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;

/** Failure of an answer that does not match the contract. The message says why in a few words. */
public final class SoapFormatException extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;

  private final transient Text words;

  public SoapFormatException(Text words) {
    super(words.toString());
    this.words = words;
  }

  @Override
  public Text words() {
    return words;
  }
}
